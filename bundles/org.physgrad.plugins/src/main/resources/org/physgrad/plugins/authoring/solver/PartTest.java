package {{package}};

import org.physgrad.api.InverseSolver;
import org.physgrad.testkit.InverseSolverContract;

/** Every clause of the contract of inverse solvers is a test. */
class {{class}}Test extends InverseSolverContract {

    @Override
    protected InverseSolver solver() {
        return new {{class}}(1, 10);
    }
}
