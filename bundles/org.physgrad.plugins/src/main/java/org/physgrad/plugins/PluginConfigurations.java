package org.physgrad.plugins;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.feature.FeatureConfiguration;
import org.physgrad.files.FileFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The configurations that a feature brings along, by their persistent identities; they come and go with its bundles. */
final class PluginConfigurations {

    private static final Logger LOG = LoggerFactory.getLogger(PluginConfigurations.class);

    /** For bundles that are only looked at. */
    static final PluginConfigurations NONE = new PluginConfigurations(null, List.of());

    private final ConfigurationAdmin admin;
    private final Collection<FeatureConfiguration> wanted;
    private final List<Configuration> applied = new ArrayList<>();

    PluginConfigurations(ConfigurationAdmin admin, Collection<FeatureConfiguration> wanted) {
        this.admin = admin;
        this.wanted = List.copyOf(wanted);
    }

    /** Lists those that somebody else than what is to be replaced has made already. */
    List<String> taken(Optional<PluginConfigurations> replaced) {
        List<String> own = replaced.map(PluginConfigurations::pids).orElse(List.of());
        return pids().stream().filter(pid -> !own.contains(pid) && exists(pid)).toList();
    }

    private List<String> pids() {
        return wanted.stream().map(FeatureConfiguration::getPid).toList();
    }

    private boolean exists(String pid) {
        try {
            return admin.listConfigurations("(service.pid=" + pid + ")") != null;
        } catch (IOException | InvalidSyntaxException e) {
            LOG.warn("The configuration {} cannot be looked up: {}", pid, e.getMessage());
            return false;
        }
    }

    /** Makes them; if one cannot be made, none is. */
    void apply() throws PluginException {
        for (FeatureConfiguration source : wanted) {
            String pid = source.getPid();
            try {
                Configuration target = source.getFactoryPid().isPresent()
                        ? admin.getFactoryConfiguration(
                                source.getFactoryPid().get(), pid.substring(pid.indexOf('~') + 1), "?")
                        : admin.getConfiguration(pid, "?");
                applied.add(target);
                target.update(FrameworkUtil.asDictionary(source.getValues()));
            } catch (IOException | IllegalArgumentException e) { // a value of a type that configurations do not have
                withdraw();
                throw new PluginException("the configuration " + pid + " cannot be made: " + e.getMessage(), e);
            }
        }
    }

    /** Deletes those that were made. */
    void withdraw() {
        for (Configuration configuration : applied) {
            try {
                configuration.delete();
            } catch (IOException e) {
                LOG.warn("The configuration {} was not deleted: {}", configuration.getPid(), FileFailure.describe(e));
            }
        }
        applied.clear();
    }
}
