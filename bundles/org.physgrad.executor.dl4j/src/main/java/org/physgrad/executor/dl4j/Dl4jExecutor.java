package org.physgrad.executor.dl4j;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.NetworkExecution;
import org.physgrad.api.NetworkExecutor;

/** Runs any DL4J graph with one input and one output, on DL4J's own layers. The reference for faster executors. */
@Component(factory = NetworkExecutor.FACTORY + "dl4j", service = NetworkExecutor.class)
@Designate(ocd = Dl4jExecutor.Config.class)
public final class Dl4jExecutor implements NetworkExecutor {

    /** The executor has no parameters. */
    @ObjectClassDefinition(
            name = "DL4J",
            description = "Runs any network on DL4J's own layers; the reference for faster executors")
    public @interface Config {}

    @Override
    public NetworkExecution open(ComputationGraph network, long[] inputShape, int batchSize, int threads) {
        return new Dl4jExecution(network, inputShape, batchSize, threads);
    }
}
