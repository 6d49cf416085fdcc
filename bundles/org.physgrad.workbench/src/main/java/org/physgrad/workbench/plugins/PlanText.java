package org.physgrad.workbench.plugins;

import java.util.List;
import org.physgrad.plugins.Plan;

/** What will happen, in words, before it does. */
final class PlanText {

    private PlanText() {}

    static String of(Plan plan) {
        StringBuilder text = new StringBuilder();
        text.append(plan.replaces()
                .map(old -> plan.plugin() + " takes the place of " + old + ".")
                .orElse(plan.plugin() + " is installed."));
        if (!plan.plugin().description().isEmpty()) {
            text.append('\n').append(plan.plugin().description());
        }
        if (plan.replaces().isPresent()) {
            text.append("\nRuns that use its parts take the new ones at their next iteration.");
        }
        lines(text, "New parts", plan.gained());
        lines(text, "Parts that go (runs that use one pause)", plan.lost());
        lines(text, "It cannot be done", plan.obstacles());
        return text.toString();
    }

    static String ofRemoval(String name, List<String> parts) {
        StringBuilder text = new StringBuilder(name + " is removed.");
        lines(text, "Parts that go (runs that use one pause)", parts);
        return text.toString();
    }

    private static void lines(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append("\n\n").append(title).append(":\n  ").append(String.join("\n  ", lines));
        }
    }
}
