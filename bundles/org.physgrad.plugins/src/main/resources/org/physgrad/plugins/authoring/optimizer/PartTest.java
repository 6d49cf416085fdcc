package {{package}};

import org.physgrad.api.WeightOptimizer;
import org.physgrad.testkit.WeightOptimizerContract;

/** Every clause of the contract of weight optimizers is a test. */
class {{class}}Test extends WeightOptimizerContract {

    @Override
    protected WeightOptimizer optimizer() {
        return new {{class}}(0.01, 200);
    }
}
