package org.physgrad.executor.cuda.layers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.physgrad.executor.cuda.device.DeviceArray;
import org.physgrad.executor.cuda.device.Grid;
import org.physgrad.executor.cuda.plan.CudaPlanBuilder;
import org.physgrad.executor.cuda.plan.CudaTensor;
import org.physgrad.executor.graph.Window;

/** A convolution with any kernel, stride and dilation, one number at a time. */
final class StridedConvolution implements Convolution {

    private static final int THREADS = 128;

    private final CudaTensor input;
    private final CudaTensor output;
    private final long weights;
    private final int[] geometry;
    private final CudaPlanBuilder plan;

    StridedConvolution(Window window, CudaTensor input, CudaTensor output, long weights, CudaPlanBuilder plan) {
        this.input = input;
        this.output = output;
        this.weights = weights;
        this.plan = plan;
        this.geometry = new int[] {
            (int) window.kernel()[0],
            (int) window.kernel()[1],
            (int) window.stride()[0],
            (int) window.stride()[1],
            (int) window.gaps()[0] + 1,
            (int) window.gaps()[1] + 1,
            (int) window.before()[0],
            (int) window.before()[1]
        };
    }

    @Override
    public void compile(DeviceArray bias) {
        run("forward", Grid.of(output.count()), input.value(), values(), bias, output.value());
    }

    @Override
    public void differentiate(DeviceArray gradient) {
        plan.contribute(input, target -> run("input", Grid.of(input.count()), gradient, values(), target));
        int count = output.size(1) * input.size(1) * geometry[0] * geometry[1];
        run(
                "weights",
                new Grid(count, 1, 1, THREADS),
                input.value(),
                gradient,
                plan.parameters().gradient(weights));
    }

    private DeviceArray values() {
        return plan.parameters().value(weights);
    }

    private void run(String pass, Grid grid, DeviceArray... arrays) {
        List<Object> arguments = new ArrayList<>(Arrays.asList(arrays));
        arguments.addAll(List.of(
                input.size(0),
                input.size(1),
                output.size(1),
                input.size(2),
                input.size(3),
                output.size(2),
                output.size(3),
                geometry));
        plan.run(plan.device().kernels().find("strided.cu", "strided_" + pass), grid, arguments.toArray());
    }
}
