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
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
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
            if (!isOptional(requirement) && !isMet(requirement)) {
                missing.add(explain(
                        bundle.getSymbolicName(),
                        requirement.getNamespace(),
                        requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "")));
            }
        }
        return missing;
    }

    /**
     * Says which of some packages none of the present bundles has.
     *
     * @param subject who needs them
     * @param filters what is needed, in the namespace of packages
     */
    List<String> missingPackages(String subject, List<String> filters) {
        List<String> missing = new ArrayList<>();
        for (String filter : filters) {
            try {
                Filter wanted = FrameworkUtil.createFilter(filter);
                if (capabilities(PackageNamespace.PACKAGE_NAMESPACE)
                        .noneMatch(capability -> wanted.matches(capability.getAttributes()))) {
                    missing.add(explain(subject, PackageNamespace.PACKAGE_NAMESPACE, filter));
                }
            } catch (InvalidSyntaxException e) {
                missing.add(subject + " needs '" + filter + "', which cannot be understood: " + e.getMessage());
            }
        }
        return missing;
    }

    /** Tells whether a bundle starts without it. */
    static boolean isOptional(BundleRequirement requirement) {
        Map<String, String> directives = requirement.getDirectives();
        return Constants.RESOLUTION_OPTIONAL.equals(directives.get(Constants.RESOLUTION_DIRECTIVE))
                || Constants.EFFECTIVE_ACTIVE.equals(directives.get(Constants.EFFECTIVE_DIRECTIVE));
    }

    boolean isMet(BundleRequirement requirement) {
        return capabilities(requirement.getNamespace()).anyMatch(requirement::matches);
    }

    private Stream<BundleCapability> capabilities(String namespace) {
        return present.stream()
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .filter(revision -> revision != null)
                .flatMap(revision -> revision.getDeclaredCapabilities(namespace).stream());
    }

    private String explain(String subject, String namespace, String filter) {
        Optional<String> name = find(Pattern.compile("\\(" + Pattern.quote(namespace) + "=([^)]+)\\)"), filter);
        if (name.isEmpty()) {
            return subject + " needs " + namespace + " " + filter + ", which nothing here offers";
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
                ? "which nothing here offers; install the plug-in that does first, and plug-ins of the window in the window"
                : "you have " + String.join(", ", versions) + "; " + advice(filter, versions);
        return subject + " needs " + name.get() + range + ", " + have;
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
