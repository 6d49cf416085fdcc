package org.example.wave;

import org.physgrad.api.InverseSolver;
import org.physgrad.api.Problem;
import org.physgrad.testkit.InverseSolverContract;

/** Every clause of the contract of inverse solvers is a test. */
class TimeReversalContractTest extends InverseSolverContract {

    @Override
    protected InverseSolver solver() {
        return new TimeReversal(3);
    }

    @Override
    protected Problem problem() {
        return new WaveProblem(12, 20, 0.6, 0.4);
    }
}
