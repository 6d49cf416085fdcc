package org.physgrad.plugins;

import java.io.ByteArrayInputStream;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.physgrad.files.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bundles and configurations of one version of a plug-in in the framework. */
final class BundleSet {

    private static final Logger LOG = LoggerFactory.getLogger(BundleSet.class);

    private static final int COLLECTIONS = 20;
    private static final long COLLECTION_MS = 50;
    private static final long REFRESH_SECONDS = 30;

    private final BundleContext context;
    private final PluginConfigurations configurations;
    private final List<Bundle> bundles = new ArrayList<>();

    private BundleSet(BundleContext context, PluginConfigurations configurations) {
        this.context = context;
        this.configurations = configurations;
    }

    /**
     * Installs bundles without starting them: nobody sees them yet.
     *
     * @param location a name that no other bundle set has; each bundle's own adds file name and SHA-256, by which the environment of a run tells it
     * @param files content by file name
     * @param configurations made when the bundles start, deleted when they go
     */
    static BundleSet install(
            BundleContext context, String location, Map<String, byte[]> files, PluginConfigurations configurations)
            throws PluginException {
        BundleSet set = new BundleSet(context, configurations);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            try {
                set.bundles.add(context.installBundle(
                        location + "/" + file.getKey() + "#" + Sha256.of(file.getValue()),
                        new ByteArrayInputStream(file.getValue())));
            } catch (BundleException e) {
                set.uninstall();
                throw new PluginException(file.getKey() + " cannot be installed: " + e.getMessage(), e);
            }
        }
        return set;
    }

    List<Bundle> bundles() {
        return bundles;
    }

    PluginConfigurations configurations() {
        return configurations;
    }

    /** Starts all bundles; if one cannot, none stays installed. */
    void start() throws PluginException {
        try {
            configurations.apply();
        } catch (PluginException e) {
            uninstall();
            throw e;
        }
        for (Bundle bundle : bundles) {
            if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null) {
                continue;
            }
            try {
                bundle.start();
            } catch (BundleException e) {
                uninstall();
                Throwable cause = e.getCause() == null ? e : e.getCause();
                throw new PluginException(
                        bundle.getSymbolicName() + " " + bundle.getVersion() + " does not start: " + cause, e);
            }
        }
    }

    /** Stops and uninstalls all bundles. Runs that use their parts have let go of them when this returns. */
    Released uninstall() {
        ReferenceQueue<ClassLoader> queue = new ReferenceQueue<>();
        List<Reference<ClassLoader>> loaders = new ArrayList<>();
        for (Bundle bundle : bundles) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (wiring != null && wiring.getClassLoader() != null) {
                loaders.add(new WeakReference<>(wiring.getClassLoader(), queue));
            }
            try {
                bundle.uninstall();
            } catch (BundleException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                LOG.warn(
                        "{} did not stop in good order: {}",
                        bundle,
                        cause.toString()); // it is uninstalled all the same
                LOG.info("Where {} failed to stop", bundle, e);
            }
        }
        configurations.withdraw();
        refresh();
        bundles.clear();
        return new Released(loaders, queue);
    }

    /** The class loaders that are no longer needed. */
    record Released(List<Reference<ClassLoader>> loaders, ReferenceQueue<ClassLoader> queue) {

        /** Collects garbage until all class loaders are gone, or it is clear that something holds on to one. */
        boolean await() {
            int left = loaders.size();
            try {
                for (int i = 0; i < COLLECTIONS && left > 0; i++) {
                    System.gc();
                    while (left > 0 && queue.remove(COLLECTION_MS) != null) {
                        left--;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return left == 0;
        }
    }

    private void refresh() {
        CountDownLatch done = new CountDownLatch(1);
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .refreshBundles(List.copyOf(bundles), event -> done.countDown());
        try {
            if (!done.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the framework did not refresh " + bundles + " in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
