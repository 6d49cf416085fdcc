package org.physgrad.tests;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A run folder as a person or a script reads it. */
public record RunFolder(Path path) {

    public JsonObject json(String name) throws IOException {
        return JsonParser.parseString(Files.readString(path.resolve(name))).getAsJsonObject();
    }

    /** All rows of metrics.csv, the one with the column names first. */
    public List<List<String>> metrics() throws IOException {
        return Files.readAllLines(path.resolve("metrics.csv")).stream()
                .map(line -> List.of(line.split(",")))
                .toList();
    }

    /** The same without the columns that tell the time something took. */
    public List<List<String>> metricsWithoutTimes() throws IOException {
        List<List<String>> rows = metrics();
        List<String> names = rows.get(0);
        int[] kept = IntStream.range(0, names.size())
                .filter(column -> !names.get(column).endsWith("_s"))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.of(kept).mapToObj(row::get).toList())
                .toList();
    }

    public List<JsonObject> events() throws IOException {
        return Files.readAllLines(path.resolve("events.jsonl")).stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    public List<String> checkpoints() throws IOException {
        try (Stream<Path> files = Files.list(path.resolve("checkpoints"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
