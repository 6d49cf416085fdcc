package org.physgrad.solvers;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Linearization;
import org.physgrad.math.Values;

/** The function of x that inverse solvers minimise, L(P(x), y*), for a whole batch at once and in plain arrays. */
final class Objective {

    /**
     * The objective at one point.
     *
     * @param losses one per example, {@code [batch]}
     * @param gradients dL/dx, {@code [batch, causeShape...]} flattened
     */
    @SuppressWarnings("ArrayRecordComponent") // A carrier of two results, never compared.
    record Evaluation(double[] losses, double[] gradients) {}

    private final InverseTask task;
    private final long[] shape;

    /**
     * Makes the objective of a task.
     *
     * @param task what to solve
     * @param shape shape of the causes with the batch axis
     */
    Objective(InverseTask task, long... shape) {
        this.task = task;
        this.shape = shape;
    }

    /**
     * Evaluates where the effect is known.
     *
     * @param x causes, {@code [batch, causeShape...]}; not changed
     * @param y their effects; not changed
     */
    Evaluation at(INDArray x, INDArray y) {
        try (INDArray slope = task.loss().gradient(y, task.target());
                INDArray gradient = task.simulator().adjoint(x, slope, task.context())) {
            return new Evaluation(losses(y), Values.of(gradient));
        }
    }

    /**
     * Evaluates anywhere.
     *
     * @param x causes, {@code [batch, causeShape...]} flattened; not changed
     */
    Evaluation at(double[] x) {
        // Temporary arrays are closed: an iteration makes megabytes of them, which the garbage collector does not see.
        try (INDArray at = array(x)) {
            Linearization linearization = task.simulator().linearize(at, task.context());
            try (INDArray y = linearization.value();
                    INDArray slope = task.loss().gradient(y, task.target());
                    INDArray gradient = linearization.adjoint(slope)) {
                return new Evaluation(losses(y), Values.of(gradient));
            }
        }
    }

    /**
     * Computes the losses of effects.
     *
     * @param y effects, {@code [batch, effectShape...]}; not changed
     * @return losses, {@code [batch]}
     */
    double[] losses(INDArray y) {
        try (INDArray losses = task.loss().value(y, task.target())) {
            return Values.of(losses);
        }
    }

    /** Makes causes of plain numbers, in the simulator's precision. */
    INDArray array(double[] x) {
        return Values.array(x, task.simulator().precision(), shape);
    }
}
