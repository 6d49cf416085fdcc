package org.physgrad.executor.onednn;

import org.physgrad.api.NetworkExecutor;
import org.physgrad.executor.testkit.AgreementContract;

class AgreementTest extends AgreementContract {

    @Override
    protected NetworkExecutor executor() {
        return new OneDnnExecutor();
    }
}
