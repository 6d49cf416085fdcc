package org.physgrad.problem.heat;

import org.physgrad.api.Problem;
import org.physgrad.testkit.ProblemContract;

class HeatContractTest extends ProblemContract {

    @Override
    protected Problem problem() {
        return new HeatProblem(16, 2);
    }
}
