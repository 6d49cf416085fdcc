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

    /** The keys at the top of an experiment, in the order in which they are written. */
    public static final List<Parameter> RUN =
            List.of(NAME, BATCH_SIZE, ITERATIONS, SEED, EXECUTOR, THREADS, CHECKPOINT_EVERY);

    /** The keys of {@code training} beside those of the scheme. */
    public static final List<Parameter> TRAINING = List.of(CLIP, REDUCTION);

    private ExperimentKeys() {}

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
