package org.physgrad.networks;

import org.physgrad.api.NetworkFactory;
import org.physgrad.testkit.NetworkFactoryContract;

class UNetContractTest extends NetworkFactoryContract {

    @Override
    protected NetworkFactory network() {
        return new UNet(2, 4);
    }

    @Override
    protected long[] inputShape() {
        return new long[] {1, 16, 16};
    }

    @Override
    protected long[] outputShape() {
        return new long[] {1, 16, 16};
    }
}
