package org.physgrad.optimizers;

import org.physgrad.api.WeightOptimizer;
import org.physgrad.testkit.WeightOptimizerContract;

class AdamContractTest extends WeightOptimizerContract {

    @Override
    protected WeightOptimizer optimizer() {
        return new AdamOptimizer(0.01, 0.9, 0.999, 1e-8);
    }
}
