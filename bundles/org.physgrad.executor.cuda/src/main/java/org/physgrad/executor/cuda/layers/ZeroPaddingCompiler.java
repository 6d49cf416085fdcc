package org.physgrad.executor.cuda.layers;

import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.physgrad.executor.cuda.device.DeviceArray;
import org.physgrad.executor.cuda.device.Grid;
import org.physgrad.executor.cuda.device.Kernel;
import org.physgrad.executor.cuda.plan.CudaPlanBuilder;
import org.physgrad.executor.cuda.plan.CudaTensor;
import org.physgrad.executor.graph.Field;
import org.physgrad.executor.graph.Vertex;
import org.physgrad.executor.graph.VertexCompiler;

/** Zeros around a field. */
final class ZeroPaddingCompiler implements VertexCompiler<ZeroPaddingLayer, CudaTensor, CudaPlanBuilder> {

    @Override
    public Field<CudaTensor> compile(ZeroPaddingLayer layer, Vertex<CudaTensor> vertex, CudaPlanBuilder plan) {
        int[] zeros = layer.getPadding();
        CudaTensor input = plan.join(vertex.input());
        long[] shape = input.shape();
        CudaTensor output =
                plan.tensor(shape[0], shape[1], shape[2] + zeros[0] + zeros[1], shape[3] + zeros[2] + zeros[3]);
        window(input.value(), input, output.value(), output, -zeros[0], -zeros[2], plan);
        plan.onBackward(
                output,
                gradient -> plan.contribute(
                        input, target -> window(gradient, output, target, input, zeros[0], zeros[2], plan)));
        return Field.of(output);
    }

    /** Copies the part of a source that begins at a corner into a target. */
    private static void window(
            DeviceArray source,
            CudaTensor from,
            DeviceArray target,
            CudaTensor to,
            int x,
            int y,
            CudaPlanBuilder plan) {
        Kernel windowOf = plan.device().kernels().find("fields.cu", "window_of");
        plan.run(
                windowOf,
                Grid.of(to.count()),
                source,
                target,
                to.size(0) * to.size(1),
                from.size(2),
                from.size(3),
                to.size(2),
                to.size(3),
                x,
                y);
    }
}
