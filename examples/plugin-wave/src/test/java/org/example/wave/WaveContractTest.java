package org.example.wave;

import org.physgrad.api.Problem;
import org.physgrad.testkit.ProblemContract;

/** Every clause of the contract of problems is a test, and so is every gradient. */
class WaveContractTest extends ProblemContract {

    @Override
    protected Problem problem() {
        return new WaveProblem(12, 20, 0.6, 0.4);
    }
}
