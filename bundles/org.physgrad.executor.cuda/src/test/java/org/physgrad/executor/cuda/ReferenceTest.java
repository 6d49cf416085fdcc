package org.physgrad.executor.cuda;

import org.physgrad.api.NetworkExecutor;
import org.physgrad.executor.testkit.ReferenceContract;

@NeedsGpu
class ReferenceTest extends ReferenceContract {

    @Override
    protected NetworkExecutor executor() {
        return new CudaExecutor();
    }
}
