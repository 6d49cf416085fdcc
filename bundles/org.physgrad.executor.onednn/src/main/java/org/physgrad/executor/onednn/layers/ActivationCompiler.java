package org.physgrad.executor.onednn.layers;

import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.physgrad.executor.onednn.plan.Field;
import org.physgrad.executor.onednn.plan.PlanBuilder;

/** An activation function as a layer of its own. */
final class ActivationCompiler implements VertexCompiler<ActivationLayer> {

    @Override
    public Field compile(ActivationLayer configuration, Vertex vertex, PlanBuilder plan) {
        return Field.of(
                Activations.apply(configuration.getActivationFn(), Joiner.join(vertex.input(), plan), vertex, plan));
    }
}
