package org.physgrad.solvers;

import org.physgrad.api.InverseSolver;
import org.physgrad.testkit.InverseSolverContract;

class GaussNewtonContractTest extends InverseSolverContract {

    @Override
    protected InverseSolver solver() {
        return new GaussNewton(3, 20, 1e-8, 1e-3);
    }
}
