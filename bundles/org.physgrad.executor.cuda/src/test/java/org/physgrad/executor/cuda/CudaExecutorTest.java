package org.physgrad.executor.cuda;

import org.physgrad.api.NetworkExecutor;
import org.physgrad.executor.cuda.device.Device;
import org.physgrad.executor.testkit.GraphExecutorContract;

@NeedsGpu
class CudaExecutorTest extends GraphExecutorContract {

    @Override
    protected NetworkExecutor executor() {
        return new CudaExecutor();
    }

    @Override
    protected long liveBytes() {
        return Device.liveBytes();
    }
}
