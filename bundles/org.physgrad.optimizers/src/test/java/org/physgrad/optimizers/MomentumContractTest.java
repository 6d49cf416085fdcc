package org.physgrad.optimizers;

import org.physgrad.api.WeightOptimizer;
import org.physgrad.testkit.WeightOptimizerContract;

class MomentumContractTest extends WeightOptimizerContract {

    @Override
    protected WeightOptimizer optimizer() {
        return new MomentumOptimizer(0.01, 0.5);
    }
}
