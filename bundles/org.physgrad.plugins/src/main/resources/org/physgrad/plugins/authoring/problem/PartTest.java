package {{package}};

import org.physgrad.api.Problem;
import org.physgrad.testkit.ProblemContract;

/** Every clause of the contract of problems is a test, and so is every gradient. */
class {{class}}Test extends ProblemContract {

    @Override
    protected Problem problem() {
        return new {{class}}(12, 5, 0.6);
    }
}
