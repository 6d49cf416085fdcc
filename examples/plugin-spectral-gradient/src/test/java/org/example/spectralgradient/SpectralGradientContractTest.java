package org.example.spectralgradient;

import org.physgrad.api.InverseSolver;
import org.physgrad.testkit.InverseSolverContract;

/** Every clause of the contract of inverse solvers is a test. */
class SpectralGradientContractTest extends InverseSolverContract {

    @Override
    protected InverseSolver solver() {
        return new SpectralGradientSolver(20, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 10, 1e-12);
    }
}
