package org.physgrad.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.feature.Feature;
import org.osgi.service.feature.FeatureBundle;
import org.osgi.service.feature.FeatureConfiguration;
import org.osgi.service.feature.FeatureService;

/** Installs OSGi features (OSGi Compendium, chapter 159): their bundles first, and their configurations once the framework runs. */
final class FeatureInstaller {

    /** Metadata of a bundle in a feature, named as in chapter 160 of the specification. */
    private static final String START_LEVEL = "bundleStartLevel";

    /** Reads feature files; bundles may use it too. */
    static final FeatureService READER =
            ServiceLoader.load(FeatureService.class).findFirst().orElseThrow();

    private final BundleContext context;
    private final BundleRepository repository;
    private final Map<Feature, List<Bundle>> installed = new LinkedHashMap<>();

    FeatureInstaller(BundleContext context, BundleRepository repository) {
        this.context = context;
        this.repository = repository;
    }

    /**
     * Installs the bundles of a feature and marks them for start. A bundle that another feature brought is shared.
     *
     * @param file the feature, JSON
     */
    void install(Path file) {
        Feature feature = read(file);
        List<Bundle> bundles = new ArrayList<>();
        for (FeatureBundle entry : feature.getBundles()) {
            try {
                bundles.add(install(entry));
            } catch (BundleException e) {
                throw new LaunchException(
                        "cannot install bundle " + entry.getID() + " of " + file + ": " + e.getMessage(), e);
            }
        }
        installed.put(feature, bundles);
    }

    /**
     * Lists what was installed.
     *
     * @return all bundles of all features
     */
    List<Bundle> bundles() {
        return installed.values().stream().flatMap(List::stream).distinct().toList();
    }

    /** Applies the configurations of all features. The framework must have started. */
    void configure() {
        for (Feature feature : installed.keySet()) {
            for (FeatureConfiguration configuration :
                    feature.getConfigurations().values()) {
                try {
                    apply(configuration);
                } catch (IOException e) {
                    throw new LaunchException(
                            "cannot apply configuration " + configuration.getPid() + " of " + feature.getID(), e);
                }
            }
        }
    }

    private Feature read(Path file) {
        try (Reader json = Files.newBufferedReader(file)) {
            return READER.readFeature(json);
        } catch (IOException | RuntimeException e) { // the JSON parser throws unchecked exceptions
            throw new LaunchException("cannot read feature " + file + ": " + e.getMessage(), e);
        }
    }

    private Bundle install(FeatureBundle entry) throws BundleException {
        Bundle bundle = context.installBundle(repository.locate(entry.getID()));
        Object startLevel = entry.getMetadata().get(START_LEVEL);
        if (startLevel != null) {
            bundle.adapt(BundleStartLevel.class).setStartLevel(Integer.parseInt(startLevel.toString()));
        }
        boolean fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
        if (!fragment) {
            bundle.start();
        }
        return bundle;
    }

    private void apply(FeatureConfiguration source) throws IOException {
        ServiceReference<ConfigurationAdmin> reference = context.getServiceReference(ConfigurationAdmin.class);
        if (reference == null) {
            throw new IOException("no bundle offers the Configuration Admin service");
        }
        ConfigurationAdmin admin = context.getService(reference);
        try {
            String pid = source.getPid();
            Configuration target = source.getFactoryPid().isPresent()
                    ? admin.getFactoryConfiguration(
                            source.getFactoryPid().get(), pid.substring(pid.indexOf('~') + 1), "?")
                    : admin.getConfiguration(pid, "?");
            target.update(FrameworkUtil.asDictionary(source.getValues()));
        } finally {
            context.ungetService(reference);
        }
    }
}
