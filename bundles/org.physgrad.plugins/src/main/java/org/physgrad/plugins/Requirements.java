package org.physgrad.plugins;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Explains what installed bundles lack, before anybody tries to start them. */
final class Requirements {

    private static final Pattern AT_LEAST = Pattern.compile("\\(version>=([^)]+)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");

    private final List<Bundle> present;

    /** Looks for what is needed among bundles. */
    Requirements(List<Bundle> present) {
        this.present = present;
    }

    /** Says what a bundle needs and none of the present ones has. */
    List<String> missing(Bundle bundle) {
        List<String> missing = new ArrayList<>();
        for (BundleRequirement requirement : bundle.adapt(BundleRevision.class).getDeclaredRequirements(null)) {
            Map<String, String> directives = requirement.getDirectives();
            boolean optional = Constants.RESOLUTION_OPTIONAL.equals(directives.get(Constants.RESOLUTION_DIRECTIVE));
            boolean active = Constants.EFFECTIVE_ACTIVE.equals(directives.get(Constants.EFFECTIVE_DIRECTIVE));
            if (!optional && !active && !isMet(requirement)) {
                missing.add(explain(bundle, requirement));
            }
        }
        return missing;
    }

    private boolean isMet(BundleRequirement requirement) {
        return capabilities(requirement.getNamespace()).anyMatch(requirement::matches);
    }

    private Stream<BundleCapability> capabilities(String namespace) {
        return present.stream()
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .filter(revision -> revision != null)
                .flatMap(revision -> revision.getDeclaredCapabilities(namespace).stream());
    }

    private String explain(Bundle bundle, BundleRequirement requirement) {
        String namespace = requirement.getNamespace();
        String filter = requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
        Optional<String> name = find(Pattern.compile("\\(" + Pattern.quote(namespace) + "=([^)]+)\\)"), filter);
        if (name.isEmpty()) {
            return bundle.getSymbolicName() + " needs " + namespace + " " + filter + ", which nothing here offers";
        }
        String range = find(AT_LEAST, filter)
                .map(low -> find(BELOW, filter)
                        .map(high -> " [" + low + "," + high + ")")
                        .orElse(" " + low + " or newer"))
                .orElse("");
        List<String> versions = capabilities(namespace)
                .filter(capability ->
                        name.get().equals(capability.getAttributes().get(namespace)))
                .map(capability -> String.valueOf(capability.getAttributes().get(Constants.VERSION_ATTRIBUTE)))
                .distinct()
                .toList();
        String have = versions.isEmpty()
                ? "which nothing here offers; install the plug-in that does first"
                : "you have " + String.join(", ", versions) + "; " + advice(filter, versions);
        return bundle.getSymbolicName() + " needs " + name.get() + range + ", " + have;
    }

    /** Tells whether the plug-in or the program is the older one. */
    private static String advice(String filter, List<String> versions) {
        boolean newer = find(AT_LEAST, filter)
                .map(low -> Version.parseVersion(low).compareTo(Version.parseVersion(versions.get(0))) > 0)
                .orElse(false);
        return newer
                ? "update PhysGrad, or install an older version of the plug-in"
                : "it was built for an older PhysGrad: install a newer version of it";
    }

    private static Optional<String> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
