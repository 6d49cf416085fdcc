package org.physgrad.executor.cuda;

import org.physgrad.api.NetworkExecutor;
import org.physgrad.executor.testkit.CheckpointContract;

@NeedsGpu
class CheckpointTest extends CheckpointContract {

    @Override
    protected NetworkExecutor executor() {
        return new CudaExecutor();
    }
}
