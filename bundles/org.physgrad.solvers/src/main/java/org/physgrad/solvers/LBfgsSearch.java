package org.physgrad.solvers;

import java.util.Arrays;
import org.physgrad.api.Solution.Outcome;
import org.physgrad.api.Solution.Status;
import org.physgrad.math.DotProduct;
import org.physgrad.math.StepOutcomes;

/**
 * The search for the minimum of one example: says where it wants the objective next ({@link #propose}) and takes notice of it ({@link #observe}), so
 * that all examples of a batch share their evaluations.
 */
final class LBfgsSearch {

    /** Evaluations in one line search after which L-BFGS-B gives up, too. */
    private static final int EVALUATIONS_PER_LINE = 20;

    private static final double LONGEST = 1e10;

    private final Criterion criterion;
    private final Box box;
    private final CurvaturePairs pairs;

    private final double[] x;
    private double[] gradient;
    private double loss = Double.NaN;
    private double[] direction;
    private MoreThuente line;
    private int evaluationsInLine;
    private int evaluations;
    private int iterations;
    private Outcome outcome;

    /**
     * Prepares a search.
     *
     * @param criterion when to stop
     * @param box bounds of x
     * @param memory number of curvature pairs
     * @param x start, within the bounds; kept
     */
    LBfgsSearch(Criterion criterion, Box box, int memory, double[] x) {
        this.criterion = criterion;
        this.box = box;
        this.pairs = new CurvaturePairs(memory);
        this.x = x;
    }

    boolean isOver() {
        return outcome != null;
    }

    Outcome outcome() {
        return outcome;
    }

    /** Writes where the objective is wanted: the next point of the line search, or the result once the search is over. */
    void propose(double[] target, int offset) {
        if (isOver() || line == null) {
            System.arraycopy(x, 0, target, offset, x.length);
            return;
        }
        double step = line.step();
        for (int i = 0; i < x.length; i++) {
            target[offset + i] = box.project(x[i] + step * direction[i]);
        }
    }

    /**
     * Takes notice of the objective at the proposed point.
     *
     * @param at the proposed points of the batch, flattened
     * @param newLoss loss of this example
     * @param gradients gradients of the batch, flattened
     * @param offset where this example begins
     */
    void observe(double[] at, double newLoss, double[] gradients, int offset) {
        evaluations++;
        boolean finite = Double.isFinite(newLoss) && StepOutcomes.isFinite(gradients, offset, x.length);
        if (line == null) {
            begin(newLoss, Arrays.copyOfRange(gradients, offset, offset + x.length), finite);
            return;
        }
        evaluationsInLine++;
        if (!finite) {
            // Outside the domain of the physics, or too far: look on nearer to x.
            line = new MoreThuente(loss, slope(), 0.1 * line.step(), line.step());
        } else if (line.observe(newLoss, slopeAlongPath(at, gradients, offset))) {
            if (newLoss < loss) {
                accept(at, newLoss, gradients, offset);
            } else {
                giveLineUp();
            }
            return;
        }
        if (evaluationsInLine >= EVALUATIONS_PER_LINE) {
            giveLineUp();
        }
    }

    private void begin(double firstLoss, double[] firstGradient, boolean finite) {
        loss = firstLoss;
        gradient = firstGradient;
        if (!finite) {
            end(
                    Status.DIVERGED,
                    "the loss or its gradient is not a finite number at the start; check x0, the observation and the context");
        } else if (criterion.isMinimum(loss, largestGradient())) {
            end(Status.CONVERGED, "the loss is zero, or its gradient within gradientTolerance, at the start");
        } else {
            beginLine();
        }
    }

    private void accept(double[] at, double newLoss, double[] gradients, int offset) {
        double before = loss;
        double slope = slope();
        double[] step = new double[x.length];
        double[] change = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            step[i] = at[offset + i] - x[i];
            change[i] = gradients[offset + i] - gradient[i];
            x[i] = at[offset + i];
            gradient[i] = gradients[offset + i];
        }
        // The same bound as in L-BFGS-B: curvature that is lost in rounding errors of the slope is not remembered.
        pairs.add(step, change, Math.ulp(1.0) * Math.abs(line.step() * slope));
        loss = newLoss;
        iterations++;
        if (criterion.isMinimum(loss, largestGradient())) {
            end(Status.CONVERGED, "the loss is zero, or its gradient within gradientTolerance");
        } else if (criterion.isSettled(before, loss)) {
            end(Status.CONVERGED, "the loss no longer falls by more than lossTolerance");
        } else if (iterations == criterion.iterations()) {
            end(Status.STEPPED, "");
        } else {
            beginLine();
        }
    }

    /** Starts once more from the steepest descent, which remembers nothing that can be wrong, or ends where that has failed. */
    private void giveLineUp() {
        if (pairs.isEmpty()) {
            end(
                    Status.STALLED,
                    "no step along the gradient lowers the loss: rounding errors rule here, or the simulator's adjoint is"
                            + " wrong ('physgrad check' tells)");
        } else {
            pairs.clear();
            beginLine();
        }
    }

    private void beginLine() {
        direction = gradient.clone();
        clearHeld();
        pairs.multiplyInverseHessian(direction);
        clearHeld();
        for (int i = 0; i < direction.length; i++) {
            direction[i] = -direction[i];
        }
        evaluationsInLine = 0;
        double firstStep = pairs.isEmpty() ? 1 / Math.sqrt(DotProduct.of(direction, direction)) : 1;
        line = new MoreThuente(loss, slope(), firstStep, LONGEST);
    }

    /** Keeps entries that lie on a bound, and would leave the box, where they are. */
    private void clearHeld() {
        for (int i = 0; i < direction.length; i++) {
            if (box.holds(x[i], gradient[i])) {
                direction[i] = 0;
            }
        }
    }

    private double slope() {
        return DotProduct.of(gradient, direction);
    }

    /** The slope along the projected path: entries that have reached a bound move no more. */
    private double slopeAlongPath(double[] at, double[] gradients, int offset) {
        double slope = 0;
        double step = line.step();
        for (int i = 0; i < direction.length; i++) {
            if (at[offset + i] == x[i] + step * direction[i]) {
                slope += gradients[offset + i] * direction[i];
            }
        }
        return slope;
    }

    /** The largest entry of the gradient, without what a bound takes up. */
    private double largestGradient() {
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            largest = Math.max(largest, Math.abs(x[i] - box.project(x[i] - gradient[i])));
        }
        return largest;
    }

    private void end(Status status, String reason) {
        outcome = new Outcome(status, loss, evaluations, reason);
        line = null;
        direction = null;
        pairs.clear();
    }
}
