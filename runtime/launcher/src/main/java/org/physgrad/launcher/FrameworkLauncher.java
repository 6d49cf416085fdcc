package org.physgrad.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.service.feature.FeatureService;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running framework with the bundles of a product. */
final class FrameworkLauncher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FrameworkLauncher.class);

    private static final String APPLICATION =
            "(&(" + Constants.OBJECTCLASS + "=java.util.function.ToIntFunction)(org.physgrad.application=*))";

    private static final long APPLICATION_TIMEOUT_MS = 10_000;
    private static final long STOP_TIMEOUT_MS = 5_000;

    /** Packages that the launcher shares with bundles, because it uses them too or, for logging, to have one log. */
    private static final String SHARED_PACKAGES = String.join(
            ",",
            "org.osgi.service.cm;version=1.6.1",
            "org.osgi.service.component;version=1.5.1",
            "org.osgi.service.component.propertytypes;version=1.5",
            "org.osgi.service.component.runtime;version=1.5",
            "org.osgi.service.component.runtime.dto;version=1.5",
            "org.osgi.service.feature;version=1.0",
            "org.osgi.util.function;version=1.2",
            "org.osgi.util.promise;version=1.3",
            "org.slf4j;version=2.0.17",
            "org.slf4j.event;version=2.0.17",
            "org.slf4j.helpers;version=2.0.17",
            "org.slf4j.spi;version=2.0.17");

    private final Framework framework;
    private final FrameworkStorage storage;

    private FrameworkLauncher(Framework framework, FrameworkStorage storage) {
        this.framework = framework;
        this.storage = storage;
    }

    /**
     * Starts a framework with the bundles of some features.
     *
     * @param features feature files
     * @param repository where their bundles are
     * @return the running framework; every bundle is active
     * @throws LaunchException if it cannot start, or a bundle did not; the message has one line per bundle
     */
    static FrameworkLauncher start(List<Path> features, BundleRepository repository) {
        FrameworkStorage storage = FrameworkStorage.create(Path.of(System.getProperty("java.io.tmpdir")));
        FrameworkLauncher launcher = new FrameworkLauncher(newFramework(storage), storage);
        try {
            launcher.install(features, repository);
            return launcher;
        } catch (BundleException e) {
            launcher.close();
            throw new LaunchException("the OSGi framework did not start: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            launcher.close();
            throw e;
        }
    }

    /**
     * Waits for the application.
     *
     * @return the application of the product
     * @throws LaunchException if no bundle offers one in time; the message says what it waits for
     */
    @SuppressWarnings("unchecked") // the service contract: the function takes the command line
    ToIntFunction<String[]> application() {
        try {
            ServiceTracker<Object, Object> tracker = new ServiceTracker<>(
                    framework.getBundleContext(), framework.getBundleContext().createFilter(APPLICATION), null);
            tracker.open();
            Object application = tracker.waitForService(APPLICATION_TIMEOUT_MS);
            if (application == null) {
                throw new LaunchException("no application started. "
                        + new StartProblems(framework.getBundleContext()).unsatisfiedComponents());
            }
            return (ToIntFunction<String[]>) application;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while the application started", e);
        }
    }

    /** Stops all bundles and removes the framework's storage. */
    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(STOP_TIMEOUT_MS);
        } catch (BundleException e) {
            LOG.warn("the OSGi framework did not stop in good order", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            storage.close();
        }
    }

    private static Framework newFramework(FrameworkStorage storage) {
        FrameworkFactory factory =
                ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
        return factory.newFramework(Map.of(
                Constants.FRAMEWORK_STORAGE,
                storage.folder().toString(),
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                SHARED_PACKAGES,
                Constants.FRAMEWORK_BOOTDELEGATION,
                // JavaCPP and ND4J use Unsafe; the window's look and feel tries the others
                "sun.misc,sun.awt.shell,sun.java2d,sun.swing",
                Constants.FRAMEWORK_BSNVERSION,
                Constants.FRAMEWORK_BSNVERSION_MULTIPLE, // a plug-in's new build is checked beside the one in use
                Constants.FRAMEWORK_BEGINNING_STARTLEVEL,
                "10",
                "felix.startlevel.bundle",
                "5",
                "felix.log.level",
                "0")); // its errors come as events, see install
    }

    private void install(List<Path> features, BundleRepository repository) throws BundleException {
        framework.init();
        StartProblems problems = new StartProblems(framework.getBundleContext());
        framework.getBundleContext().addFrameworkListener(event -> {
            if (event.getType() == FrameworkEvent.ERROR) {
                problems.record(event.getBundle(), event.getThrowable());
                LOG.info("{}", event.getBundle(), event.getThrowable());
            }
        });
        framework.getBundleContext().registerService(FeatureService.class, FeatureInstaller.READER, null);
        FeatureInstaller installer = new FeatureInstaller(framework.getBundleContext(), repository);
        features.forEach(installer::install);
        framework.start();
        installer.configure();
        List<String> lines = problems.of(installer.bundles());
        if (!lines.isEmpty()) {
            throw new LaunchException("some bundles did not start:\n  " + String.join("\n  ", lines));
        }
    }
}
