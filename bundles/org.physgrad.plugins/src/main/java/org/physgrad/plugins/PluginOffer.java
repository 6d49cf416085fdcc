package org.physgrad.plugins;

import java.net.URI;
import java.util.List;

/**
 * A plug-in that a repository offers.
 *
 * @param name its name
 * @param version its version
 * @param description what it is, for people; may be empty
 * @param parts its parts, such as {@code solver/newton}
 * @param obstacles why it does not fit this PhysGrad, each for itself; empty if it does
 * @param source what to install it from
 * @param repository address of the repository
 */
public record PluginOffer(
        String name,
        String version,
        String description,
        List<String> parts,
        List<String> obstacles,
        PluginSource source,
        URI repository) {

    /** Copies the lists. */
    public PluginOffer {
        parts = List.copyOf(parts);
        obstacles = List.copyOf(obstacles);
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
