package org.physgrad.executor.cuda.layers;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.physgrad.executor.cuda.device.Grid;
import org.physgrad.executor.cuda.device.Kernel;
import org.physgrad.executor.cuda.plan.CudaPlanBuilder;
import org.physgrad.executor.cuda.plan.CudaTensor;
import org.physgrad.executor.graph.Field;
import org.physgrad.executor.graph.Vertex;
import org.physgrad.executor.graph.VertexCompiler;

/** The element-wise sum of equal shapes, as in residual networks. */
final class SumCompiler implements VertexCompiler<ElementWiseVertex, CudaTensor, CudaPlanBuilder> {

    @Override
    public Field<CudaTensor> compile(ElementWiseVertex configuration, Vertex<CudaTensor> vertex, CudaPlanBuilder plan) {
        vertex.require(
                configuration.getOp() == ElementWiseVertex.Op.Add, "combines its inputs by something other than a sum");
        List<CudaTensor> terms = vertex.inputs().stream().map(plan::join).toList();
        long[] shape = terms.get(0).shape();
        vertex.require(
                terms.stream().allMatch(term -> Arrays.equals(term.shape(), shape)), "adds inputs of unequal shapes");
        CudaTensor total = plan.tensor(shape);
        Kernel copy = plan.device().kernels().find("fields.cu", "copy");
        Kernel add = plan.device().kernels().find("fields.cu", "add");
        Grid grid = Grid.of(total.count());
        plan.run(copy, grid, terms.get(0).value(), total.value(), total.count());
        terms.stream().skip(1).forEach(term -> plan.run(add, grid, total.value(), term.value(), total.count()));
        plan.onBackward(
                total,
                gradient -> terms.forEach(term ->
                        plan.contribute(term, target -> plan.run(copy, grid, gradient, target, total.count()))));
        return Field.of(total);
    }
}
