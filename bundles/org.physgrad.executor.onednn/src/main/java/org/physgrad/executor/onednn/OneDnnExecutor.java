package org.physgrad.executor.onednn;

import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.NetworkExecution;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.api.NetworkInference;
import org.physgrad.executor.graph.Unsupported;
import org.physgrad.executor.graph.update.UpdateRule;
import org.physgrad.executor.onednn.layers.PlanCompiler;
import org.physgrad.executor.onednn.plan.Plan;
import org.physgrad.executor.onednn.plan.Threads;

/**
 * Runs networks as plans of oneDNN primitives: the whole step works on buffers that are allocated once, in the layout the processor likes best.
 * Results agree with DL4J's to rounding, and the same seed and number of threads give the same bytes.
 */
@Component(factory = NetworkExecutor.FACTORY + "onednn", service = NetworkExecutor.class)
@Designate(ocd = OneDnnExecutor.Config.class)
public final class OneDnnExecutor implements NetworkExecutor {

    /** The executor has no parameters. */
    @ObjectClassDefinition(
            name = "oneDNN",
            description = "Runs networks as one oneDNN plan on buffers that are allocated once; the fast one")
    public @interface Config {}

    private static final int RANK = 10;

    @Override
    public int rank() {
        return RANK;
    }

    @Override
    public Optional<String> refuses(ComputationGraph network, long[] inputShape) {
        // Compiling for one example tells exactly, and costs little.
        try {
            PlanCompiler.compile(network, inputShape, 1).close();
            return Optional.empty();
        } catch (Unsupported e) {
            return Optional.of(e.getMessage());
        } catch (LinkageError e) {
            return Optional.of("oneDNN's native library cannot be loaded: " + e.getMessage());
        }
    }

    @Override
    public NetworkExecution open(ComputationGraph network, long[] inputShape, int batchSize, int threads) {
        // oneDNN decides when a primitive is made how it will share the work out.
        Threads.limit(threads);
        try {
            Plan plan = PlanCompiler.compile(network, inputShape, batchSize);
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

    private static IllegalArgumentException refused(Unsupported e) {
        return new IllegalArgumentException(
                "the executor 'onednn' cannot run this network because " + e.getMessage(), e);
    }
}
