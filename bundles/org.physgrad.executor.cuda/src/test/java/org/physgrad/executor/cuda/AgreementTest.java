package org.physgrad.executor.cuda;

import org.physgrad.api.NetworkExecutor;
import org.physgrad.executor.testkit.AgreementContract;

@NeedsGpu
class AgreementTest extends AgreementContract {

    @Override
    protected NetworkExecutor executor() {
        return new CudaExecutor();
    }
}
