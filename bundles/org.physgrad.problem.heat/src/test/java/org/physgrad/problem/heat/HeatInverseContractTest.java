package org.physgrad.problem.heat;

import org.physgrad.api.InverseSolver;
import org.physgrad.api.Problem;
import org.physgrad.testkit.InverseSolverContract;

class HeatInverseContractTest extends InverseSolverContract {

    @Override
    protected InverseSolver solver() {
        return new HeatInverse(1e-6, 0, 0.5, 0.68);
    }

    @Override
    protected Problem problem() {
        return new HeatProblem(16, 2);
    }
}
