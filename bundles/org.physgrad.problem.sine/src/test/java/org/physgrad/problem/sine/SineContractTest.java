package org.physgrad.problem.sine;

import org.physgrad.api.Problem;
import org.physgrad.testkit.ProblemContract;

class SineContractTest extends ProblemContract {

    @Override
    protected Problem problem() {
        return new SineProblem(3.1, 10.1);
    }
}
