package org.physgrad.executor.onednn.layers;

import org.bytedeco.dnnl.memory;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.physgrad.executor.graph.Field;
import org.physgrad.executor.graph.Vertex;
import org.physgrad.executor.graph.VertexCompiler;
import org.physgrad.executor.onednn.plan.PlanBuilder;
import org.physgrad.executor.onednn.plan.Tensor;

/** Zeros around a field: the output starts as zeros and nobody but the field ever writes to it. */
final class ZeroPaddingCompiler implements VertexCompiler<ZeroPaddingLayer, Tensor, PlanBuilder> {

    @Override
    public Field<Tensor> compile(ZeroPaddingLayer layer, Vertex<Tensor> vertex, PlanBuilder plan) {
        int[] zeros = layer.getPadding();
        Tensor input = plan.join(vertex.input());
        long[] shape = input.shape();
        Tensor output = plan.tensor(shape[0], shape[1], shape[2] + zeros[0] + zeros[1], shape[3] + zeros[2] + zeros[3]);
        memory.desc inner = output.layout().submemory_desc(shape, new long[] {0, 0, zeros[0], zeros[2]});
        plan.copy(input.value(), plan.view(output.value(), inner));
        plan.onBackward(
                output, gradient -> plan.contribute(input, target -> plan.copy(plan.view(gradient, inner), target)));
        return Field.of(output);
    }
}
