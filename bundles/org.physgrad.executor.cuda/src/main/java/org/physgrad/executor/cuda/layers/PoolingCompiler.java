package org.physgrad.executor.cuda.layers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.physgrad.executor.cuda.device.DeviceArray;
import org.physgrad.executor.cuda.device.Grid;
import org.physgrad.executor.cuda.device.Kernel;
import org.physgrad.executor.cuda.plan.CudaPlanBuilder;
import org.physgrad.executor.cuda.plan.CudaTensor;
import org.physgrad.executor.graph.Field;
import org.physgrad.executor.graph.Vertex;
import org.physgrad.executor.graph.VertexCompiler;
import org.physgrad.executor.graph.Window;

/** Maximum or average over a window. */
final class PoolingCompiler implements VertexCompiler<SubsamplingLayer, CudaTensor, CudaPlanBuilder> {

    @Override
    public Field<CudaTensor> compile(SubsamplingLayer layer, Vertex<CudaTensor> vertex, CudaPlanBuilder plan) {
        vertex.require(layer.getCnn2dDataFormat() == CNN2DFormat.NCHW, "is set to the data format NHWC");
        CudaTensor input = plan.join(vertex.input());
        long[] shape = input.shape();
        Window window = Window.of(layer, shape, vertex);
        CudaTensor output = plan.tensor(shape[0], shape[1], window.output()[0], window.output()[1]);
        if (layer.getPoolingType() == PoolingType.MAX) {
            DeviceArray choice = plan.device().allocate((long) output.count() * Integer.BYTES);
            append("maximum", constants(window, false), input, output, plan, choice);
        } else {
            vertex.require(layer.getPoolingType() == PoolingType.AVG, "pools by " + layer.getPoolingType());
            append("average", constants(window, layer.isAvgPoolIncludePadInDivisor()), input, output, plan);
        }
        return Field.of(output);
    }

    private static Map<String, Long> constants(Window window, boolean whole) {
        Map<String, Long> constants = new HashMap<>();
        put("K", window.kernel(), constants);
        put("S", window.stride(), constants);
        put("D", Arrays.stream(window.gaps()).map(gap -> gap + 1).toArray(), constants);
        put("P", window.before(), constants);
        constants.put("WHOLE", whole ? 1L : 0L);
        return constants;
    }

    private static void put(String name, long[] axes, Map<String, Long> constants) {
        constants.put(name + "X", axes[0]);
        constants.put(name + "Y", axes[1]);
    }

    /** The forward kernel fills what it notes, the backward one reads it. */
    private static void append(
            String function,
            Map<String, Long> constants,
            CudaTensor input,
            CudaTensor output,
            CudaPlanBuilder plan,
            DeviceArray... notes) {
        Kernel forward = plan.device().kernels().find("pooling.cu", function, constants);
        Kernel adjoint = plan.device().kernels().find("pooling.cu", function + "_adjoint", constants);
        List<Integer> sizes =
                List.of(input.size(0) * input.size(1), input.size(2), input.size(3), output.size(2), output.size(3));
        List<Object> arguments = new ArrayList<>(List.of(input.value(), output.value()));
        arguments.addAll(List.of(notes));
        arguments.addAll(sizes);
        plan.run(forward, Grid.of(output.count()), arguments.toArray());
        plan.onBackward(
                output,
                gradient -> plan.contribute(input, target -> {
                    List<Object> derivatives = new ArrayList<>(List.of(gradient));
                    derivatives.addAll(List.of(notes));
                    derivatives.add(target);
                    derivatives.addAll(sizes);
                    plan.run(adjoint, Grid.of(input.count()), derivatives.toArray());
                }));
    }
}
