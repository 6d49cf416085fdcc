package org.physgrad.problem.poisson;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.DeviceCode;

/** Solves lap(y) = x for a batch. */
interface LaplaceSolver {

    /**
     * Solves for the potentials.
     *
     * @param x sources, {@code [batch, nx, ny]}, of that shape; not changed
     * @return potentials y, same shape, float64, a fresh array
     */
    INDArray solve(INDArray x);

    /**
     * Offers this way to solve for a GPU, as {@link PoissonSimulator#simulatorCode} says.
     *
     * @return the code, empty where there is none
     */
    default Optional<DeviceCode> simulatorCode() {
        return Optional.empty();
    }
}
