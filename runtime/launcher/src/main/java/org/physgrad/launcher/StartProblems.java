package org.physgrad.launcher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Explains why bundles and components did not start. */
final class StartProblems {

    private final BundleContext context;
    private final Map<Bundle, Throwable> failures = new ConcurrentHashMap<>();

    StartProblems(BundleContext context) {
        this.context = context;
    }

    /**
     * Remembers an error that the framework reported.
     *
     * @param bundle the bundle it is about
     * @param failure what happened
     */
    void record(Bundle bundle, Throwable failure) {
        failures.putIfAbsent(bundle, failure);
    }

    /**
     * Explains bundles that are not running.
     *
     * @param bundles the bundles that should run
     * @return one line for each that does not
     */
    List<String> of(List<Bundle> bundles) {
        List<String> lines = new ArrayList<>();
        for (Bundle bundle : bundles) {
            boolean fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
            boolean up = bundle.getState() == Bundle.ACTIVE || (fragment && bundle.getState() == Bundle.RESOLVED);
            if (!up) {
                lines.add(bundle.getSymbolicName() + " " + bundle.getVersion() + " " + reason(bundle));
            }
        }
        return lines;
    }

    /**
     * Explains components that wait for something.
     *
     * @return a sentence for people
     */
    String unsatisfiedComponents() {
        ServiceReference<ServiceComponentRuntime> reference =
                context.getServiceReference(ServiceComponentRuntime.class);
        if (reference == null) {
            return "No bundle offers Declarative Services, so no component can start";
        }
        ServiceComponentRuntime runtime = context.getService(reference);
        List<String> waiting = new ArrayList<>();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
            for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(component)) {
                explain(configuration).ifPresent(waiting::add);
            }
        }
        return waiting.isEmpty()
                ? "No bundle offers one: is the feature with the application missing from the product?"
                : "Waiting: " + String.join("; ", waiting);
    }

    private static Optional<String> explain(ComponentConfigurationDTO configuration) {
        return switch (configuration.state) {
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                Optional.of(configuration.description.name + " for "
                        + String.join(
                                ", ",
                                Arrays.stream(configuration.unsatisfiedReferences)
                                        .map(unsatisfied -> unsatisfied.name)
                                        .toList()));
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                Optional.of(configuration.description.name + " for its configuration");
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                Optional.of(configuration.description.name + ", which failed: "
                        + configuration.failure.lines().findFirst().orElse("no reason given"));
            default -> Optional.empty();
        };
    }

    private String reason(Bundle bundle) {
        if (bundle.getState() == Bundle.INSTALLED) {
            List<String> missing = missingRequirements(bundle);
            return missing.isEmpty()
                    ? "needs another bundle that did not start"
                    : "misses " + String.join(", ", missing);
        }
        Throwable failure = failures.get(bundle);
        return failure == null ? "did not become active" : "failed: " + Main.rootCause(failure);
    }

    private List<String> missingRequirements(Bundle bundle) {
        FrameworkWiring wiring =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        return bundle.adapt(BundleRevision.class).getDeclaredRequirements(null).stream()
                .filter(StartProblems::mandatory)
                .filter(requirement -> wiring.findProviders(requirement).isEmpty())
                .map(requirement -> requirement.getNamespace() + " "
                        + requirement.getDirectives().get(Constants.FILTER_DIRECTIVE))
                .toList();
    }

    private static boolean mandatory(BundleRequirement requirement) {
        Map<String, String> directives = requirement.getDirectives();
        boolean optional = Constants.RESOLUTION_OPTIONAL.equals(directives.get(Constants.RESOLUTION_DIRECTIVE));
        boolean resolvedLater = !Constants.EFFECTIVE_RESOLVE.equals(
                directives.getOrDefault(Constants.EFFECTIVE_DIRECTIVE, Constants.EFFECTIVE_RESOLVE));
        return !optional && !resolvedLater;
    }
}
