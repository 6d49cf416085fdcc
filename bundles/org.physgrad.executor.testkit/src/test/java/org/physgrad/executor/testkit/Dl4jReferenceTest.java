package org.physgrad.executor.testkit;

import org.physgrad.api.NetworkExecutor;
import org.physgrad.executor.dl4j.Dl4jExecutor;

/** The reference executor in single precision. */
class Dl4jReferenceTest extends ReferenceContract {

    @Override
    protected NetworkExecutor executor() {
        return new Dl4jExecutor();
    }
}
