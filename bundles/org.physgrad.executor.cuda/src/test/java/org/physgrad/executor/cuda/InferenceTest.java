package org.physgrad.executor.cuda;

import org.physgrad.api.NetworkExecutor;
import org.physgrad.executor.testkit.InferenceContract;

@NeedsGpu
class InferenceTest extends InferenceContract {

    @Override
    protected NetworkExecutor executor() {
        return new CudaExecutor();
    }
}
