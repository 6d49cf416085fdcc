package org.physgrad.executor.onednn.layers;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MULTIPLE_SRC;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory_desc_vector;
import org.bytedeco.dnnl.sum;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.physgrad.executor.graph.Field;
import org.physgrad.executor.graph.Vertex;
import org.physgrad.executor.graph.VertexCompiler;
import org.physgrad.executor.onednn.plan.PlanBuilder;
import org.physgrad.executor.onednn.plan.Tensor;

/** The element-wise sum of equal shapes, as in residual networks. */
final class SumCompiler implements VertexCompiler<ElementWiseVertex, Tensor, PlanBuilder> {

    @Override
    public Field<Tensor> compile(ElementWiseVertex configuration, Vertex<Tensor> vertex, PlanBuilder plan) {
        vertex.require(
                configuration.getOp() == ElementWiseVertex.Op.Add, "combines its inputs by something other than a sum");
        List<Tensor> terms = vertex.inputs().stream().map(plan::join).toList();
        long[] shape = terms.get(0).shape();
        vertex.require(
                terms.stream().allMatch(term -> Arrays.equals(term.shape(), shape)), "adds inputs of unequal shapes");
        Tensor total = plan.tensor(shape);
        memory_desc_vector layouts =
                new memory_desc_vector(terms.stream().map(Tensor::layout).toArray(memory.desc[]::new));
        float[] weights = new float[terms.size()];
        Arrays.fill(weights, 1);
        Map<Integer, memory> arguments = new HashMap<>();
        arguments.put(DNNL_ARG_DST, total.value());
        for (int i = 0; i < terms.size(); i++) {
            arguments.put(DNNL_ARG_MULTIPLE_SRC + i, terms.get(i).value());
        }
        plan.call(new sum(new sum.primitive_desc(plan.engine(), total.layout(), weights, layouts)), arguments);
        plan.onBackward(total, gradient -> {
            for (Tensor term : terms) {
                plan.contribute(term, target -> plan.copy(gradient, target));
            }
        });
        return Field.of(total);
    }
}
