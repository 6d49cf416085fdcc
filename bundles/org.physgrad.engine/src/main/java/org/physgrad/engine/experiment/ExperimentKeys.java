package org.physgrad.engine.experiment;

import java.util.List;
import java.util.OptionalDouble;
import org.physgrad.engine.catalog.Parameter;
import org.physgrad.engine.catalog.ValueType;

/** The keys of an experiment that belong to the run as a whole and not to one of its parts. */
public final class ExperimentKeys {

    /** Name of the experiment. */
    public static final Parameter NAME =
            new Parameter("name", ValueType.TEXT, false, "name of the run", "experiment", none(), none(), List.of());

    /** Examples per iteration. */
    public static final Parameter BATCH_SIZE = integer("batchSize", "examples per iteration", 32, 1, 1_000_000);

    /** Iterations of the run. */
    public static final Parameter ITERATIONS = integer("iterations", "iterations of the whole run", 1000, 1, 1e9);

    /** Seed of all random numbers. */
    public static final Parameter SEED = integer("seed", "seed of all random numbers", 0, Long.MIN_VALUE, 9e15);

    /** Network executor. */
    public static final Parameter EXECUTOR = new Parameter(
            "executor",
            ValueType.TEXT,
            false,
            "what computes the network: auto takes the fastest one that fits",
            Experiment.AUTO,
            none(),
            none(),
            List.of());

    /** Processor threads. */
    public static final Parameter THREADS =
            integer("threads", "processor threads; 0 = all that the process may use", 0, 0, 4096);

    /** Iterations between checkpoints. */
    public static final Parameter CHECKPOINT_EVERY =
            integer("checkpointEvery", "iterations between checkpoints", 500, 1, 1e9);

    /** Limit of the gradient handed to the network. */
    public static final Parameter CLIP = new Parameter(
            "clip",
            ValueType.REAL,
            false,
            "largest magnitude of an entry of dL/dx0 handed to the network, in units of the cause; 0 = no limit",
            0.0,
            OptionalDouble.of(0),
            none(),
            List.of());

    /** Reduction over the batch. */
    public static final Parameter REDUCTION = new Parameter(
            "reduction",
            ValueType.TEXT,
            false,
            "how the losses of a batch are joined; problem = as the problem has it in the paper",
            "problem",
            none(),
            none(),
            List.of("problem", "sum", "mean"));

    /** Observations. */
    public static final Parameter EFFECT =
            text("effect", "file of the observations y*, [examples, ...]; relative to the experiment's file");

    /** True causes. */
    public static final Parameter CAUSE = text(
            "cause", "file of the true causes x*, where they are known: for supervised training, and to measure x");

    /** Share of the examples that is kept from training. */
    public static final Parameter VALIDATION = new Parameter(
            "validation",
            ValueType.REAL,
            false,
            "share of the examples that are kept from training, and measured; 0 = none",
            0.1,
            OptionalDouble.of(0),
            OptionalDouble.of(0.9),
            List.of());

    /** Iterations between validations. */
    public static final Parameter VALIDATE_EVERY = integer(
            "validateEvery", "iterations between measurements with the examples kept from training", 100, 1, 1e9);

    /** Object of the files of context arrays, by name. */
    public static final String CONTEXT = "context";

    /** Object of the checksums of files, by key. */
    public static final String SHA_256 = "sha256";

    /** The keys of {@code data} beside the objects {@link #CONTEXT} and {@link #SHA_256}. */
    public static final List<Parameter> DATA = List.of(EFFECT, CAUSE, VALIDATION, VALIDATE_EVERY);

    /** The keys at the top of an experiment, in the order in which they are written. */
    public static final List<Parameter> RUN =
            List.of(NAME, BATCH_SIZE, ITERATIONS, SEED, EXECUTOR, THREADS, CHECKPOINT_EVERY);

    /** The keys of {@code training} beside those of the scheme. */
    public static final List<Parameter> TRAINING = List.of(CLIP, REDUCTION);

    private ExperimentKeys() {}

    private static Parameter text(String name, String description) {
        return new Parameter(name, ValueType.TEXT, false, description, "", none(), none(), List.of());
    }

    private static Parameter integer(String name, String description, long value, double min, double max) {
        return new Parameter(
                name,
                ValueType.INTEGER,
                false,
                description,
                value,
                OptionalDouble.of(min),
                OptionalDouble.of(max),
                List.of());
    }

    private static OptionalDouble none() {
        return OptionalDouble.empty();
    }
}
