package org.physgrad.executor.onednn.layers;

import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.physgrad.executor.graph.Field;
import org.physgrad.executor.graph.Vertex;
import org.physgrad.executor.graph.VertexCompiler;
import org.physgrad.executor.onednn.plan.PlanBuilder;
import org.physgrad.executor.onednn.plan.Tensor;

/** An activation function as a layer of its own. */
final class ActivationCompiler implements VertexCompiler<ActivationLayer, Tensor, PlanBuilder> {

    @Override
    public Field<Tensor> compile(ActivationLayer configuration, Vertex<Tensor> vertex, PlanBuilder plan) {
        return Field.of(Activations.apply(configuration.getActivationFn(), plan.join(vertex.input()), vertex, plan));
    }
}
