package org.physgrad.problem.poisson;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Solves lap(y) = x for a batch. */
interface LaplaceSolver {

    /**
     * Solves for the potentials.
     *
     * @param x sources, {@code [batch, nx, ny]}, of that shape; not changed
     * @return potentials y, same shape, float64, a fresh array
     */
    INDArray solve(INDArray x);
}
