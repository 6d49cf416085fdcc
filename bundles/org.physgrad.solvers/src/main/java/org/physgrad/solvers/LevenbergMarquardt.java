package org.physgrad.solvers;

import org.physgrad.api.Solution.Outcome;
import org.physgrad.api.Solution.Status;

/**
 * The damping of one example: decides which steps are taken, and how lambda follows from how well the model foretold the loss (Nielsen: "Damping
 * parameter in Marquardt's method", 1999).
 */
final class LevenbergMarquardt {

    /** Rejections in a row after which lambda is some 10^60 times its start, and steps are below rounding. */
    private static final int REJECTIONS = 20;

    private final Criterion criterion;
    private final double initialDamping;
    private double lambda = Double.NaN;
    private double growth = 2;
    private int rejections;
    private int tried;
    private int evaluations = 1;
    private double loss;
    private Outcome outcome;

    /**
     * Starts with an example.
     *
     * @param criterion when to stop
     * @param initialDamping first lambda, relative to the curvature along the gradient
     * @param loss loss at the start
     * @param largestGradient largest magnitude of an entry of the gradient there, not a number if one is not finite
     */
    LevenbergMarquardt(Criterion criterion, double initialDamping, double loss, double largestGradient) {
        this.criterion = criterion;
        this.initialDamping = initialDamping;
        this.loss = loss;
        if (!Double.isFinite(loss) || !Double.isFinite(largestGradient)) {
            end(
                    Status.DIVERGED,
                    "the loss or its gradient is not a finite number at the start; check x0, the observation and the context");
        } else if (criterion.isMinimum(loss, largestGradient)) {
            end(Status.CONVERGED, "the loss is zero, or its gradient within gradientTolerance, at the start");
        }
    }

    boolean isOver() {
        return outcome != null;
    }

    Outcome outcome() {
        return outcome;
    }

    void countEvaluation() {
        evaluations++;
    }

    /**
     * Gives lambda; the first call sets it.
     *
     * @param curvature curvature along the gradient
     */
    double damping(double curvature) {
        if (Double.isNaN(lambda)) {
            double first = initialDamping * curvature;
            // A loss without curvature, such as a height, leaves the gradient alone to go by.
            lambda = first > 0 && Double.isFinite(first) ? first : 1;
        }
        return lambda;
    }

    /** The current lambda. */
    double lambda() {
        return lambda;
    }

    /**
     * Judges a step.
     *
     * @param foretold decrease of the loss according to the model, without the damping's part
     * @param newLoss loss after the step
     * @param largestGradient largest magnitude of an entry of the gradient there
     * @return whether to take the step
     */
    boolean judge(double foretold, double newLoss, double largestGradient) {
        countEvaluation();
        tried++;
        double before = loss;
        boolean better = newLoss < loss && Double.isFinite(largestGradient);
        if (better) {
            double ratio = (loss - newLoss) / foretold;
            lambda *= Math.max(1.0 / 3, 1 - Math.pow(2 * ratio - 1, 3));
            growth = 2;
            rejections = 0;
            loss = newLoss;
        } else {
            lambda *= growth;
            growth *= 2;
            rejections++;
        }
        if (better && criterion.isMinimum(loss, largestGradient)) {
            end(Status.CONVERGED, "the loss is zero, or its gradient within gradientTolerance");
        } else if (better && criterion.isSettled(before, loss)) {
            end(Status.CONVERGED, "the loss no longer falls by more than lossTolerance");
        } else if (rejections == REJECTIONS) {
            end(
                    Status.STALLED,
                    "no step lowers the loss, however short: rounding errors rule here, or the simulator's adjoint is wrong"
                            + " ('physgrad check' tells)");
        } else if (tried == criterion.iterations()) {
            end(Status.STEPPED, "");
        }
        return better;
    }

    private void end(Status status, String reason) {
        outcome = new Outcome(status, loss, evaluations, reason);
    }
}
