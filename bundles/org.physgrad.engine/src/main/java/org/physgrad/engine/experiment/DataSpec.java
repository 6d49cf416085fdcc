package org.physgrad.engine.experiment;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Examples in files, which a run trains with instead of those that the problem generates.
 *
 * @param effect where the observations y* lie, {@code [examples, effectShape...]}
 * @param cause where the true causes x* lie, {@code [examples, causeShape...]}; empty where nobody knows them
 * @param context where the arrays lie that the simulator needs beside x, by name
 * @param validation share of the examples that are kept from training, 0 for none
 * @param validateEvery iterations between two measurements with those
 * @param sha256 checksums that the files must have, by key such as {@code effect} or {@code context.m0}; without entries before they were read
 */
public record DataSpec(
        String effect,
        Optional<String> cause,
        Map<String, String> context,
        double validation,
        int validateEvery,
        Map<String, String> sha256) {

    /** Copies the maps. */
    public DataSpec {
        context = Collections.unmodifiableMap(new TreeMap<>(context));
        sha256 = Collections.unmodifiableMap(new TreeMap<>(sha256));
    }

    /**
     * Lists where all arrays lie.
     *
     * @return the locations by key: {@code effect}, {@code cause}, {@code context.NAME}
     */
    public Map<String, String> locations() {
        Map<String, String> locations = new LinkedHashMap<>();
        locations.put(ExperimentKeys.EFFECT.name(), effect);
        cause.ifPresent(location -> locations.put(ExperimentKeys.CAUSE.name(), location));
        context.forEach((name, location) -> locations.put(contextKey(name), location));
        return locations;
    }

    /**
     * Names the key of a context array.
     *
     * @param name the array's name
     * @return its key within {@code data}
     */
    public static String contextKey(String name) {
        return ExperimentKeys.CONTEXT + "." + name;
    }

    /**
     * Fixes what the files hold.
     *
     * @param checksums SHA-256 of each array's file, by key as in {@link #locations}
     * @return the same examples, which no other content of the files can take the place of
     */
    public DataSpec sealed(Map<String, String> checksums) {
        return new DataSpec(effect, cause, context, validation, validateEvery, checksums);
    }

    /** The same examples with locations that no longer depend on the working directory. */
    DataSpec relativeTo(Path folder) {
        UnaryOperator<String> absolute = location ->
                folder.toAbsolutePath().resolve(location).normalize().toString();
        Map<String, String> contexts = new TreeMap<>(context);
        contexts.replaceAll((name, location) -> absolute.apply(location));
        return new DataSpec(absolute.apply(effect), cause.map(absolute), contexts, validation, validateEvery, sha256);
    }
}
