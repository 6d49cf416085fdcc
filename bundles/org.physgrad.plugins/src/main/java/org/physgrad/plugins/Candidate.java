package org.physgrad.plugins;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;

/** A plug-in whose bundles are installed beside the others but not started, so that the framework itself can say what they need. */
final class Candidate {

    private final Plugin plugin;
    private final BundleSet bundles;

    Candidate(Plugin plugin, BundleSet bundles) {
        this.plugin = plugin;
        this.bundles = bundles;
    }

    Plugin plugin() {
        return plugin;
    }

    BundleSet bundles() {
        return bundles;
    }

    /**
     * Looks at what it would change.
     *
     * @param others all bundles that stay
     * @param replaced what it takes the place of, where that runs
     * @param installed the installed version
     */
    Plan plan(List<Bundle> others, Optional<BundleSet> replaced, Optional<Plugin> installed) throws PluginException {
        List<Bundle> all = new ArrayList<>(others);
        all.addAll(bundles.bundles());
        Requirements requirements = new Requirements(all);
        List<String> obstacles = new ArrayList<>();
        if (others.stream().anyMatch(bundle -> plugin.name().equals(bundle.getSymbolicName()))) {
            obstacles.add(plugin.name() + " is a part of PhysGrad itself; give the plug-in another name");
        }
        List<String> gained = new ArrayList<>();
        for (Bundle bundle : bundles.bundles()) {
            obstacles.addAll(requirements.missing(bundle));
            gained.addAll(PartNames.of(bundle));
        }
        for (Bundle other : others) {
            obstacles.addAll(taken(gained, other));
        }
        bundles.configurations()
                .taken(replaced.map(BundleSet::configurations))
                .forEach(pid -> obstacles.add("the configuration " + pid + " is there already, from somebody else;"
                        + " the author of the plug-in has to choose another name"));
        List<String> before = new ArrayList<>();
        for (Bundle bundle : replaced.map(BundleSet::bundles).orElse(List.of())) {
            before.addAll(PartNames.of(bundle));
        }
        List<String> lost = new ArrayList<>(before);
        lost.removeAll(gained);
        gained.removeAll(before);
        return new Plan(plugin, installed, gained, lost, obstacles);
    }

    private static List<String> taken(List<String> parts, Bundle other) throws PluginException {
        boolean offersParts = other.getBundleId() != 0 && other.getHeaders("").get("Service-Component") != null;
        if (parts.isEmpty() || !offersParts) {
            return List.of();
        }
        return PartNames.of(other).stream()
                .filter(parts::contains)
                .map(part -> "the part " + part + " is there already, from " + other.getSymbolicName() + " "
                        + other.getVersion() + "; its author has to choose another type name")
                .toList();
    }
}
