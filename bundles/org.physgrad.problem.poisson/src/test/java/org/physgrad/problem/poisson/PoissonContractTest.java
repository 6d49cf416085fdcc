package org.physgrad.problem.poisson;

import org.physgrad.api.Problem;
import org.physgrad.testkit.ProblemContract;

class PoissonContractTest extends ProblemContract {

    @Override
    protected Problem problem() {
        return new PoissonProblem(12, 9, PoissonProblem.Method.direct, 1e-12);
    }
}
