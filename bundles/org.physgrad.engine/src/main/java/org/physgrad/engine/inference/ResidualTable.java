package org.physgrad.engine.inference;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.physgrad.api.Solution.Outcome;
import org.physgrad.files.PartFile;

/** Writes how well each answer explains its observation, a line per example; with refinement also how it was before. */
final class ResidualTable implements AnswerFiles.Sink {

    private final PartFile file;
    private final BufferedWriter out;
    private final boolean refined;
    private long example;

    private ResidualTable(PartFile file, BufferedWriter out, boolean refined) {
        this.file = file;
        this.out = out;
        this.refined = refined;
    }

    static ResidualTable create(Path path, boolean refined) throws IOException {
        PartFile file = PartFile.of(path);
        BufferedWriter out = Files.newBufferedWriter(file.path(), StandardCharsets.UTF_8);
        out.write(
                refined
                        ? "example,loss_before,residual_before,loss,residual,evaluations,status\n"
                        : "example,loss,residual\n");
        return new ResidualTable(file, out, refined);
    }

    @Override
    public void append(Answer answer) throws IOException {
        for (int i = 0; i < answer.after().size(); i++) {
            out.write(Long.toString(example++));
            if (refined) {
                write(answer.before().get(i));
            }
            write(answer.after().get(i));
            if (refined) {
                Outcome outcome = answer.outcomes().get(i);
                out.write("," + outcome.evaluations() + ","
                        + outcome.status().name().toLowerCase(Locale.ROOT));
            }
            out.write('\n');
        }
    }

    private void write(Fit fit) throws IOException {
        out.write("," + fit.loss() + "," + fit.residual());
    }

    @Override
    public void finish() throws IOException {
        out.close();
        file.keep();
    }

    @Override
    public void close() throws IOException {
        try (file) {
            out.close();
        }
    }
}
