package org.physgrad.engine.experiment;

import com.google.gson.JsonObject;
import java.util.List;

/** Tells which runs are replicates: the same experiment, repeated with other seeds. */
public final class Replicates {

    /** Settings that say nothing about what is computed in an iteration, or do so by chance alone. */
    private static final List<String> FREE = List.of("name", "seed", "iterations", "checkpointEvery");

    private Replicates() {}

    /**
     * Gives what replicates have in common.
     *
     * @param experiment the experiment as it stands in a file; not changed
     * @return a fresh object, equal for experiments that differ in name, seed, length and checkpoints alone
     */
    public static JsonObject key(JsonObject experiment) {
        JsonObject key = experiment.deepCopy();
        FREE.forEach(key::remove);
        return key;
    }
}
