package org.physgrad.engine.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.physgrad.engine.training.ValidationRecord;

/** The table of validations in a run folder: a row for each time that the network was measured with the examples kept from training. */
final class ValidationTable {

    private ValidationTable() {}

    /** Adds a row; the first one brings the names of the columns. */
    static void append(RunFolder folder, ValidationRecord validation) throws IOException {
        Path file = folder.validation();
        StringBuilder text = new StringBuilder();
        if (!Files.exists(file) || Files.size(file) == 0) {
            text.append("iteration");
            validation.metrics().keySet().forEach(name -> text.append(',').append(name));
            text.append('\n');
        }
        text.append(validation.iteration());
        validation.metrics().values().forEach(value -> text.append(',').append(value));
        text.append('\n');
        Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Takes out the rows of some iterations, and one that a kill cut off. */
    static void forget(RunFolder folder, IntPredicate forgotten) throws IOException {
        if (!Files.exists(folder.validation())) {
            return;
        }
        List<String> lines = Files.readString(folder.validation()).lines().toList();
        int columns = lines.isEmpty() ? 0 : lines.get(0).split(",").length;
        StringBuilder kept = new StringBuilder();
        Stream.concat(
                        lines.stream().limit(1),
                        lines.stream()
                                .skip(1)
                                .filter(line -> isWhole(line, columns) && !forgotten.test(iteration(line))))
                .forEach(line -> kept.append(line).append('\n'));
        folder.writeWhole(folder.validation().getFileName().toString(), kept.toString());
    }

    private static boolean isWhole(String line, int columns) {
        return line.split(",").length == columns;
    }

    private static int iteration(String line) {
        return Integer.parseInt(line.substring(0, line.indexOf(',')));
    }
}
