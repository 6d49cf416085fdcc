package org.physgrad.plugins;

import java.util.List;
import java.util.Optional;

/**
 * What installing a plug-in would do. Nothing has been done yet.
 *
 * @param plugin the plug-in
 * @param replaces the installed version that it would take the place of
 * @param gained parts that can be used afterwards and cannot now, such as {@code solver/newton}
 * @param lost parts that can be used now and cannot afterwards; runs that use one would pause
 * @param obstacles why it cannot be done, each for itself, with what to do about it; empty if it can
 */
public record Plan(
        Plugin plugin, Optional<Plugin> replaces, List<String> gained, List<String> lost, List<String> obstacles) {

    /** Copies the lists. */
    public Plan {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
        obstacles = List.copyOf(obstacles);
    }
}
