package org.physgrad.networks;

import org.physgrad.api.NetworkFactory;
import org.physgrad.testkit.NetworkFactoryContract;

class MlpContractTest extends NetworkFactoryContract {

    @Override
    protected NetworkFactory network() {
        return new Mlp(8, 8);
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
