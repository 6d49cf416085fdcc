package org.physgrad.executor.cuda.layers;

import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.physgrad.executor.cuda.plan.CudaPlanBuilder;
import org.physgrad.executor.cuda.plan.CudaTensor;
import org.physgrad.executor.graph.Field;
import org.physgrad.executor.graph.Vertex;
import org.physgrad.executor.graph.VertexCompiler;

/** An activation function as a layer of its own. */
final class ActivationCompiler implements VertexCompiler<ActivationLayer, CudaTensor, CudaPlanBuilder> {

    @Override
    public Field<CudaTensor> compile(ActivationLayer layer, Vertex<CudaTensor> vertex, CudaPlanBuilder plan) {
        return Field.of(Activations.apply(layer.getActivationFn(), plan.join(vertex.input()), vertex, plan));
    }
}
