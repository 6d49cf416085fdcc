package org.physgrad.workbench.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.inference.InferenceFiles;
import org.physgrad.files.ArrayFiles;
import org.physgrad.files.WholeFile;

/** The files and the refinement that people enter. */
final class InferForm {

    private static final String FORMATS = ".npy, .h5 or .csv";
    private static final String WRITTEN = ".npy or .h5";

    private final FileRow observations;
    private final Map<String, FileRow> context = new LinkedHashMap<>();
    private final FileRow causes;
    private final FileRow effects;
    private final FileRow residuals;
    private final RefinementForm refinement;
    private final Path run;
    private final Entries entries;
    private final JPanel panel = new JPanel(new MigLayout("insets 0, fillx, hidemode 3", "[][grow, 320::][]"));

    /**
     * Makes the form.
     *
     * @param folder where names of files begin that are not absolute
     * @param entries what was entered before
     */
    InferForm(Catalog catalog, Subject subject, Path folder, Entries entries) {
        this.run = subject.run().folder();
        this.entries = entries;
        observations = new FileRow(
                "infer.observations",
                "Observations y*",
                subject.observations() + " in " + FORMATS,
                FileRow.Kind.INPUT,
                folder);
        subject.context()
                .forEach((name, layout) -> context.put(
                        name,
                        new FileRow(
                                "infer.context." + name,
                                "Context " + name,
                                layout + " in " + FORMATS,
                                FileRow.Kind.INPUT,
                                folder)));
        causes = new FileRow("infer.causes", "Write causes x to", WRITTEN, FileRow.Kind.OUTPUT, folder);
        causes.propose(subject.run().name() + "-x.npy");
        effects = new FileRow(
                "infer.effects", "Write effects P(x) to", "optional, " + WRITTEN, FileRow.Kind.OUTPUT, folder);
        residuals = new FileRow(
                "infer.residuals",
                "Write residuals to",
                "optional, .csv: each example's loss and ||P(x) - y*||",
                FileRow.Kind.OUTPUT,
                folder);
        refinement = new RefinementForm(catalog, subject.misfits(), entries.refinement());
        rows().forEach(row -> {
            row.addTo(panel);
            Optional.ofNullable(entries.files().get(row.key(run))).ifPresent(row::propose);
        });
        JScrollPane scroll = new JScrollPane(refinement.component());
        scroll.setBorder(null);
        panel.add(scroll, "span, grow, push, width 460::, height 220:280:, gaptop 8");
    }

    private Stream<FileRow> rows() {
        return Stream.of(Stream.of(observations), context.values().stream(), Stream.of(causes, effects, residuals))
                .flatMap(row -> row);
    }

    JComponent component() {
        return panel;
    }

    /**
     * Reads what was entered, and checks what can be checked in a moment.
     *
     * @throws IOException if a file is missing or cannot be written; the message is for people
     * @throws org.physgrad.engine.experiment.InvalidExperimentException if a parameter of the solver is wrong
     */
    InferenceRequest read() throws IOException {
        String input = existing(observations);
        Map<String, String> arrays = new LinkedHashMap<>();
        for (Map.Entry<String, FileRow> row : context.entrySet()) {
            arrays.put(row.getKey(), existing(row.getValue()));
        }
        String output = causes.needed();
        ArrayFiles.check(output);
        Optional<String> effectsFile = effects.location();
        if (effectsFile.isPresent()) {
            ArrayFiles.check(effectsFile.get());
        }
        Optional<Path> table = residuals.location().map(Path::of);
        if (table.isPresent()) {
            WholeFile.check(table.get());
        }
        return new InferenceRequest(new InferenceFiles(input, arrays, output, effectsFile, table), refinement.read());
    }

    /** Keeps what was entered, right or wrong, for the next time. */
    void keep() {
        rows().forEach(row -> entries.files().put(row.key(run), row.text()));
    }

    private static String existing(FileRow row) throws IOException {
        String location = row.needed();
        Path file = ArrayFiles.file(location);
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " does not exist; check the path.");
        }
        return location;
    }

    /** The files that a request would replace. */
    static List<Path> replaced(InferenceRequest request) throws IOException {
        InferenceFiles files = request.files();
        Stream.Builder<Path> written = Stream.builder();
        written.add(ArrayFiles.file(files.causes()));
        if (files.effects().isPresent()) {
            written.add(ArrayFiles.file(files.effects().get()));
        }
        files.residuals().ifPresent(written::add);
        return written.build().filter(Files::exists).toList();
    }
}
