package org.physgrad.solvers;

import org.physgrad.api.InverseSolver;
import org.physgrad.testkit.InverseSolverContract;

class GradientDescentContractTest extends InverseSolverContract {

    @Override
    protected InverseSolver solver() {
        return new GradientDescent(0.5, 3, 0.5);
    }
}
