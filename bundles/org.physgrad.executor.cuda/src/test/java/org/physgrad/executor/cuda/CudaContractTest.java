package org.physgrad.executor.cuda;

import org.physgrad.api.NetworkExecutor;
import org.physgrad.testkit.NetworkExecutorContract;

@NeedsGpu
class CudaContractTest extends NetworkExecutorContract {

    @Override
    protected NetworkExecutor executor() {
        return new CudaExecutor();
    }
}
