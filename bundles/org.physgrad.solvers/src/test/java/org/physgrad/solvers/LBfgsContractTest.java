package org.physgrad.solvers;

import org.physgrad.api.InverseSolver;
import org.physgrad.testkit.InverseSolverContract;

class LBfgsContractTest extends InverseSolverContract {

    @Override
    protected InverseSolver solver() {
        return new LBfgs(10);
    }
}
