package org.physgrad.executor.cuda;

import org.physgrad.api.NetworkExecutor;
import org.physgrad.executor.testkit.DropoutContract;

@NeedsGpu
class DropoutTest extends DropoutContract {

    @Override
    protected NetworkExecutor executor() {
        return new CudaExecutor();
    }
}
