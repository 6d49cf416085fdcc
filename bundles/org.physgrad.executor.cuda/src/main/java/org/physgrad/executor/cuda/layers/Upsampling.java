package org.physgrad.executor.cuda.layers;

import java.util.Map;
import org.physgrad.executor.cuda.device.Grid;
import org.physgrad.executor.cuda.device.Kernel;
import org.physgrad.executor.cuda.plan.CudaPlanBuilder;
import org.physgrad.executor.cuda.plan.CudaTensor;
import org.physgrad.executor.graph.Field;
import org.physgrad.executor.graph.Vertex;

/** Finer grids by interpolation between cell centres. */
final class Upsampling {

    private Upsampling() {}

    static Field<CudaTensor> compile(
            int factorX, int factorY, boolean linear, Vertex<CudaTensor> vertex, CudaPlanBuilder plan) {
        CudaTensor input = plan.join(vertex.input());
        long[] shape = input.shape();
        vertex.require(shape.length == 4, "expects fields [channels, nx, ny]");
        CudaTensor output = plan.tensor(shape[0], shape[1], shape[2] * factorX, shape[3] * factorY);
        Map<String, Integer> constants = Map.of("FX", factorX, "FY", factorY, "LINEAR", linear ? 1 : 0);
        Kernel refine = plan.device().kernels().find("interpolation.cu", "refine", constants);
        Kernel adjoint = plan.device().kernels().find("interpolation.cu", "refine_adjoint", constants);
        int planes = input.size(0) * input.size(1);
        int nx = input.size(2);
        int ny = input.size(3);
        plan.run(refine, Grid.of(output.count()), input.value(), output.value(), planes, nx, ny);
        plan.onBackward(
                output,
                gradient -> plan.contribute(
                        input, target -> plan.run(adjoint, Grid.of(input.count()), gradient, target, planes, nx, ny)));
        return Field.of(output);
    }
}
