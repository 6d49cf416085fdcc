package org.physgrad.api;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What an inverse solver is asked: find x with P(x) = y*, for each example of a batch by itself.
 *
 * @param simulator the physics P
 * @param loss the distance L(P(x), y*) to lower
 * @param target observations y*, {@code [batch, effectShape...]}
 * @param context what the simulator needs beside x
 */
public record InverseTask(Simulator simulator, Loss loss, INDArray target, Context context) {

    /**
     * Poses a problem's inverse task for a batch.
     *
     * @param problem the problem
     * @param batch observations and context
     * @return the task
     */
    public static InverseTask of(Problem problem, Batch batch) {
        return new InverseTask(problem.simulator(), problem.loss(), batch.target(), batch.context());
    }
}
