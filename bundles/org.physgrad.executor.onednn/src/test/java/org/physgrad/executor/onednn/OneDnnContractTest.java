package org.physgrad.executor.onednn;

import org.physgrad.api.NetworkExecutor;
import org.physgrad.testkit.NetworkExecutorContract;

class OneDnnContractTest extends NetworkExecutorContract {

    @Override
    protected NetworkExecutor executor() {
        return new OneDnnExecutor();
    }
}
