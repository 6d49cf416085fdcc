package org.physgrad.executor.onednn;

import org.physgrad.api.NetworkExecutor;
import org.physgrad.executor.testkit.ReferenceContract;

class ReferenceTest extends ReferenceContract {

    @Override
    protected NetworkExecutor executor() {
        return new OneDnnExecutor();
    }
}
