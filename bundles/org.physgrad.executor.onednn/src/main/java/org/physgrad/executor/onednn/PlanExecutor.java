package org.physgrad.executor.onednn;

import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.physgrad.api.NetworkExecution;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.api.NetworkInference;
import org.physgrad.executor.graph.Unsupported;
import org.physgrad.executor.graph.update.UpdateRule;
import org.physgrad.executor.onednn.layers.PlanCompiler;
import org.physgrad.executor.onednn.plan.Plan;
import org.physgrad.executor.onednn.plan.Precision;
import org.physgrad.executor.onednn.plan.Threads;

/**
 * Runs networks as plans of oneDNN primitives: the whole step works on buffers that are allocated once, in the layout the processor likes best. The same seed and number
 * of threads give the same bytes. Answers outside of training are computed in float32.
 */
abstract class PlanExecutor implements NetworkExecutor {

    private final String name;
    private final Precision precision;

    /**
     * Prepares an executor.
     *
     * @param name its type name
     * @param precision what numbers between layers are kept in during training
     */
    PlanExecutor(String name, Precision precision) {
        this.name = name;
        this.precision = precision;
    }

    /** Says what this machine lacks, as a clause; empty if nothing. */
    final Optional<String> missing() {
        try {
            return precision.missing();
        } catch (LinkageError e) {
            return Optional.of(cannotLoad(e));
        }
    }

    @Override
    public double unitRoundoff() {
        return precision.unitRoundoff();
    }

    @Override
    public Optional<String> refuses(ComputationGraph network, long[] inputShape) {
        // Compiling for one example tells exactly, and costs little.
        try {
            compile(network, inputShape, 1).close();
            return Optional.empty();
        } catch (Unsupported e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public NetworkExecution open(ComputationGraph network, long[] inputShape, int batchSize, int threads) {
        // oneDNN decides when a primitive is made how it will share the work out.
        Threads.limit(threads);
        try {
            Plan plan = compile(network, inputShape, batchSize);
            return new OneDnnExecution(network, plan, UpdateRule.of(network, batchSize), threads);
        } catch (Unsupported e) {
            throw refused(e);
        }
    }

    @Override
    public NetworkInference openInference(ComputationGraph network, long[] inputShape, int batchSize, int threads) {
        Threads.limit(threads);
        try {
            return OneDnnInference.open(network, inputShape, batchSize, threads);
        } catch (Unsupported e) {
            throw refused(e);
        }
    }

    private Plan compile(ComputationGraph network, long[] inputShape, int batchSize) {
        missing().ifPresent(reason -> {
            throw new Unsupported(reason);
        });
        try {
            return PlanCompiler.compile(network, inputShape, batchSize, precision);
        } catch (LinkageError e) {
            throw new Unsupported(cannotLoad(e), e);
        }
    }

    private static String cannotLoad(LinkageError e) {
        return "oneDNN's native library cannot be loaded: " + e.getMessage();
    }

    private IllegalArgumentException refused(Unsupported e) {
        return new IllegalArgumentException(
                "the executor '" + name + "' cannot run this network because " + e.getMessage(), e);
    }
}
