package org.example.spectralgradient;

import java.util.Arrays;
import org.physgrad.api.Solution.Outcome;
import org.physgrad.api.Solution.Status;
import org.physgrad.math.DotProduct;

/**
 * The search of one example (Birgin, Martinez, Raydan: "Nonmonotone spectral projected gradient methods on convex sets", SIAM J. Optim. 10, 2000). Asks for the loss and its
 * gradient at one point after the other: {@link #point()}, then {@link #evaluated}.
 */
final class SpectralSearch {

    /** Share of the foretold decrease that a step must bring. */
    private static final double SUFFICIENT = 1e-4;

    private static final double SHORTEST = 1e-10;
    private static final double LONGEST = 1e10;

    private final Bounds bounds;
    private final double tolerance;
    /** The last losses: a step may raise the loss, but not above the largest of them. */
    private final double[] recent;

    private double[] x;
    private double[] gradient;
    private double[] direction;
    private double[] tried;
    /** The length of a step along the gradient, an inverse curvature. */
    private double length;
    /** Share of the direction that is being tried. */
    private double share = 1;

    private double[] best;
    private double bestLoss;
    private int evaluations;
    private Status status = Status.STEPPED;
    private String reason = "";
    private boolean over;

    SpectralSearch(double[] x0, Bounds bounds, int memory, double tolerance) {
        this.bounds = bounds;
        this.tolerance = tolerance;
        this.recent = new double[memory];
        this.tried = Arrays.stream(x0).map(bounds::nearest).toArray();
        this.best = tried;
        Arrays.fill(recent, Double.NEGATIVE_INFINITY);
    }

    /** Where to evaluate next; the best point once the search is over. */
    double[] point() {
        return over ? best : tried;
    }

    boolean isOver() {
        return over;
    }

    double[] best() {
        return best;
    }

    Outcome outcome() {
        return new Outcome(status, bestLoss, evaluations, reason);
    }

    /** Takes the loss and its gradient at {@link #point()}. */
    void evaluated(double loss, double[] newGradient) {
        evaluations++;
        boolean finite = Double.isFinite(loss) && Double.isFinite(DotProduct.of(newGradient, newGradient));
        if (x == null) {
            bestLoss = loss;
            if (!finite) {
                end(
                        Status.DIVERGED,
                        "the loss or its gradient at x0 is not finite; check the prediction and the bounds");
                return;
            }
            length = 1;
            arrive(loss, newGradient);
            double steepest = largest(direction);
            length = steepest > 0 ? Math.min(LONGEST, Math.max(SHORTEST, 1 / steepest)) : 1;
            aim();
        } else if (finite && loss <= allowed()) {
            remember(newGradient);
            arrive(loss, newGradient);
        } else {
            shorten();
        }
    }

    private double allowed() {
        double highest = Arrays.stream(recent).max().orElseThrow();
        return highest + SUFFICIENT * share * DotProduct.of(gradient, direction);
    }

    /** The next step is as long as the mean curvature along the last one says (Barzilai, Borwein, 1988). */
    private void remember(double[] newGradient) {
        double square = 0;
        double curvature = 0;
        for (int i = 0; i < x.length; i++) {
            double step = tried[i] - x[i];
            square += step * step;
            curvature += step * (newGradient[i] - gradient[i]);
        }
        length = curvature > 0 ? Math.min(LONGEST, Math.max(SHORTEST, square / curvature)) : LONGEST;
    }

    private void arrive(double loss, double[] newGradient) {
        x = tried;
        gradient = newGradient;
        System.arraycopy(recent, 0, recent, 1, recent.length - 1);
        recent[0] = loss;
        if (loss <= bestLoss) {
            best = x;
            bestLoss = loss;
        }
        aim();
        double possible = 0;
        for (int i = 0; i < x.length; i++) {
            possible = Math.max(possible, Math.abs(bounds.nearest(x[i] - gradient[i]) - x[i]));
        }
        if (possible <= tolerance || loss == 0) {
            end(Status.CONVERGED, "");
        }
    }

    private void aim() {
        direction = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            direction[i] = bounds.nearest(x[i] - length * gradient[i]) - x[i];
        }
        share = 1;
        advance();
    }

    private void shorten() {
        share /= 2;
        if (share < SHORTEST) {
            end(
                    Status.STALLED,
                    "no step down the gradient lowers the loss; rounding may be in the way, or a wrong gradient");
        } else {
            advance();
        }
    }

    private void advance() {
        tried = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            tried[i] = x[i] + share * direction[i];
        }
    }

    private void end(Status how, String why) {
        over = true;
        status = how;
        reason = why;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }
}
