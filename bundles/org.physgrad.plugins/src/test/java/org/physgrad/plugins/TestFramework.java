package org.physgrad.plugins;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.felix.cm.impl.ConfigurationManager;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.feature.FeatureService;

/** A framework with nothing in it but Configuration Admin; the classes under test run outside of it. */
final class TestFramework implements AutoCloseable {

    static final FeatureService FEATURES =
            ServiceLoader.load(FeatureService.class).findFirst().orElseThrow();

    private final Framework framework;

    TestFramework(Path storage) throws BundleException, URISyntaxException {
        framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        storage.toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        "org.osgi.service.cm;version=1.6.1,org.osgi.util.tracker;version=1.5.3",
                        Constants.FRAMEWORK_BSNVERSION,
                        Constants.FRAMEWORK_BSNVERSION_MULTIPLE));
        framework.start();
        context()
                .installBundle(ConfigurationManager.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()
                        .toString())
                .start();
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    ConfigurationAdmin configurations() {
        return context().getService(context().getServiceReference(ConfigurationAdmin.class));
    }

    PluginManager plugins(Path root) {
        return new PluginManager(context(), FEATURES, configurations(), new PluginFolder(root));
    }

    /** Symbolic names and versions of all bundles. */
    List<String> bundles() {
        return List.of(context().getBundles()).stream()
                .map(Bundle::toString)
                .sorted()
                .toList();
    }

    /** Versions of the bundles that have a symbolic name and are started. */
    List<String> versions(String name) {
        return List.of(context().getBundles()).stream()
                .filter(bundle -> name.equals(bundle.getSymbolicName()) && bundle.getState() == Bundle.ACTIVE)
                .map(bundle -> bundle.getVersion().toString())
                .toList();
    }

    @Override
    public void close() throws BundleException {
        framework.stop();
        try {
            framework.waitForStop(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
