package {{package}};

import org.physgrad.api.NetworkFactory;
import org.physgrad.testkit.NetworkFactoryContract;

/** Every clause of the contract of networks is a test. */
class {{class}}Test extends NetworkFactoryContract {

    @Override
    protected NetworkFactory network() {
        return new {{class}}(8);
    }

    @Override
    protected long[] inputShape() {
        return new long[] {3};
    }

    @Override
    protected long[] outputShape() {
        return new long[] {2};
    }
}
