package org.physgrad.workbench.plugins;

import java.util.List;
import java.util.Optional;
import org.physgrad.plugins.Plugin;
import org.physgrad.plugins.PluginOffer;

/**
 * A plug-in that is installed, or that a repository offers, or both.
 *
 * @param name its name
 * @param installed the installed version
 * @param unavailable why the parts of the installed version cannot be used; empty if they can
 * @param offer the newest version that is offered and fits, or else the newest that does not
 */
record PluginRow(String name, Optional<Plugin> installed, Optional<String> unavailable, Optional<PluginOffer> offer) {

    /** The offer, if it is another version than the installed one and fits. */
    Optional<PluginOffer> update() {
        return offer.filter(offered -> offered.obstacles().isEmpty())
                .filter(offered ->
                        installed.isPresent() && !installed.get().version().equals(offered.version()));
    }

    /** The offer, if nothing of that name is installed. */
    Optional<PluginOffer> addition() {
        return installed.isEmpty() ? offer : Optional.empty();
    }

    String version() {
        return installed
                .map(Plugin::version)
                .or(() -> offer.map(PluginOffer::version))
                .orElse("");
    }

    String state() {
        if (unavailable.isPresent()) {
            return "installed, unavailable";
        }
        if (update().isPresent()) {
            return "installed, " + update().get().version() + " is there";
        }
        if (installed.isPresent()) {
            return "installed";
        }
        return offer.filter(offered -> offered.obstacles().isEmpty()).isPresent() ? "available" : "does not fit";
    }

    String description() {
        return installed
                .map(Plugin::description)
                .filter(text -> !text.isEmpty())
                .or(() -> offer.map(PluginOffer::description))
                .orElse("");
    }

    /** All that is known, for people. */
    String details() {
        StringBuilder text = new StringBuilder(name + " " + version() + ", " + state() + "\n");
        if (!description().isEmpty()) {
            text.append(description()).append('\n');
        }
        unavailable.ifPresent(reason ->
                text.append("\nWhy it is unavailable: ").append(reason).append('\n'));
        offer.ifPresent(offered -> {
            text.append("\nOffered by ")
                    .append(offered.repository())
                    .append(": ")
                    .append(offered);
            lines(text, "Its parts", offered.parts());
            lines(text, "Why it does not fit", offered.obstacles());
        });
        return text.toString();
    }

    private static void lines(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append("\n").append(title).append(":\n  ").append(String.join("\n  ", lines));
        }
    }
}
