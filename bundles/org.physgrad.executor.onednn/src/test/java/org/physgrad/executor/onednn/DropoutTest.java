package org.physgrad.executor.onednn;

import org.physgrad.api.NetworkExecutor;
import org.physgrad.executor.testkit.DropoutContract;

class DropoutTest extends DropoutContract {

    @Override
    protected NetworkExecutor executor() {
        return new OneDnnExecutor();
    }
}
