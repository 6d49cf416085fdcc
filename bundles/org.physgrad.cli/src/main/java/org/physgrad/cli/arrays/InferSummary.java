package org.physgrad.cli.arrays;

import java.io.PrintWriter;
import java.util.Locale;
import org.physgrad.engine.inference.Fit;
import org.physgrad.engine.inference.InferenceSummary;

/** Prints how well answers explain their observations. */
final class InferSummary {

    private InferSummary() {}

    static void print(PrintWriter out, InferenceSummary summary, String model) {
        out.printf(
                Locale.ROOT,
                "%d observations answered by %s: %s%n",
                summary.examples(),
                model,
                means(summary.before()));
    }

    /** Prints the means after what was done to refine the answers. */
    static void printRefined(PrintWriter out, InferenceSummary summary, String done) {
        out.printf(Locale.ROOT, "after %s: %s%n", done, means(summary.after()));
        if (summary.diverged() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%d of them diverged and stay where they were before that; see --residuals%n",
                    summary.diverged());
        }
    }

    private static String means(Fit mean) {
        return String.format(Locale.ROOT, "mean loss %.6g, mean residual %.6g", mean.loss(), mean.residual());
    }
}
