package org.physgrad.cli.arrays;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.physgrad.api.Solution.Status;
import org.physgrad.engine.inference.Answer;
import org.physgrad.engine.inference.Fit;

/** Sums up, over all slices, how well answers explain their observations. */
final class InferSummary {

    private long examples;
    private long diverged;
    private final double[] before = new double[2];
    private final double[] after = new double[2];

    void add(Answer answer) {
        examples += answer.after().size();
        diverged += answer.outcomes().stream()
                .filter(outcome -> outcome.status() == Status.DIVERGED)
                .count();
        add(before, answer.before());
        add(after, answer.after());
    }

    private static void add(double[] sums, List<Fit> fits) {
        for (Fit fit : fits) {
            sums[0] += fit.loss();
            sums[1] += fit.residual();
        }
    }

    void print(PrintWriter out, String model) {
        out.printf(Locale.ROOT, "%d observations answered by %s: %s%n", examples, model, means(before));
    }

    /** Prints the means after what was done to refine the answers. */
    void printRefined(PrintWriter out, String done) {
        out.printf(Locale.ROOT, "after %s: %s%n", done, means(after));
        if (diverged > 0) {
            out.printf(
                    Locale.ROOT,
                    "%d of them diverged and stay where they were before that; see --residuals%n",
                    diverged);
        }
    }

    private String means(double... sums) {
        return String.format(Locale.ROOT, "mean loss %.6g, mean residual %.6g", sums[0] / examples, sums[1] / examples);
    }
}
