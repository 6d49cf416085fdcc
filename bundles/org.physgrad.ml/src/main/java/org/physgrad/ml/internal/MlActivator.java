package org.physgrad.ml.internal;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.physgrad.ml.MlPlatform;

/** Prepares the platform when the host bundle starts, before any importing bundle can touch ND4J. */
public final class MlActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        MlPlatform.prepare();
    }

    @Override
    public void stop(BundleContext context) {
        // ND4J's native libraries stay loaded until the process ends; there is nothing to release here.
    }
}
