package org.physgrad.executor.onednn;

import org.physgrad.api.NetworkExecutor;
import org.physgrad.executor.testkit.CheckpointContract;

class CheckpointTest extends CheckpointContract {

    @Override
    protected NetworkExecutor executor() {
        return new OneDnnExecutor();
    }
}
