package org.physgrad.testkit;

import org.physgrad.api.Problem;

class SmoothingProblemTest extends ProblemContract {

    @Override
    protected Problem problem() {
        return new SmoothingProblem(9);
    }
}
