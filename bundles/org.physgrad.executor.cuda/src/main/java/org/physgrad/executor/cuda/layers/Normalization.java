package org.physgrad.executor.cuda.layers;

import java.util.Map;
import org.physgrad.executor.cuda.device.Device;
import org.physgrad.executor.cuda.device.DeviceArray;
import org.physgrad.executor.cuda.device.Grid;
import org.physgrad.executor.cuda.device.Kernel;
import org.physgrad.executor.cuda.plan.CudaPlanBuilder;
import org.physgrad.executor.cuda.plan.CudaTensor;
import org.physgrad.executor.graph.RunningStatistics;

/** One normalization: by the statistics of the batch in training, by running averages otherwise. */
final class Normalization {

    private static final int THREADS = 256;
    /** Numbers that a thread takes one after the other. */
    private static final int NUMBERS = 4;

    private final CudaTensor input;
    private final CudaTensor output;
    private final double epsilon;
    private final boolean relu;
    private final CudaPlanBuilder plan;
    private final DeviceArray mean;
    private final DeviceArray inverse;

    Normalization(CudaTensor input, CudaTensor output, double epsilon, boolean relu, CudaPlanBuilder plan) {
        this.input = input;
        this.output = output;
        this.epsilon = epsilon;
        this.relu = relu;
        this.plan = plan;
        this.mean = plan.device().allocate((long) channels() * Float.BYTES);
        this.inverse = plan.device().allocate((long) channels() * Float.BYTES);
    }

    static Kernel kernel(String function, boolean relu, CudaPlanBuilder plan) {
        return plan.device().kernels().find("normalization.cu", function, Map.of("RELU", relu ? 1 : 0));
    }

    private Kernel kernel(String function) {
        return kernel(function, relu, plan);
    }

    private int channels() {
        return input.size(1);
    }

    private DeviceArray parameter(long offset) {
        return plan.parameters().value(offset);
    }

    /** Appends the statistics of the batch, which also move the running ones. */
    void measure(RunningStatistics running) {
        Device device = plan.device();
        DeviceArray partial = ChannelSums.partial(input, device);
        plan.run(
                kernel("moments"),
                ChannelSums.grid(input, device),
                input.value(),
                partial,
                input.size(0),
                channels(),
                input.plane());
        plan.run(
                kernel("statistics"),
                ChannelSums.warps(channels()),
                partial,
                mean,
                inverse,
                ChannelSums.slices(input, device),
                (double) input.count() / channels(),
                epsilon,
                parameter(running.mean()),
                parameter(running.variance()),
                plan.parameters().gradient(running.mean()),
                plan.parameters().gradient(running.variance()),
                running.logarithmic() ? 1 : 0,
                1 - running.decay());
    }

    /** Appends the running statistics. */
    void recall(RunningStatistics running) {
        plan.run(
                kernel("running_statistics"),
                Grid.of(channels()),
                parameter(running.mean()),
                parameter(running.variance()),
                mean,
                inverse,
                channels(),
                running.logarithmic() ? 1 : 0,
                epsilon);
    }

    /** Appends the normalization itself. */
    void apply(long gamma, long beta) {
        plan.run(
                kernel("normalize"),
                cells(),
                input.value(),
                mean,
                inverse,
                parameter(gamma),
                parameter(beta),
                output.value(),
                channels(),
                input.plane());
    }

    /** Leaves the backward pass behind. */
    void differentiate(long gamma, long beta) {
        plan.onBackward(
                output,
                gradient -> plan.contribute(input, target -> {
                    Device device = plan.device();
                    DeviceArray partial = ChannelSums.partial(input, device);
                    DeviceArray gammaGradient = plan.parameters().gradient(gamma);
                    DeviceArray betaGradient = plan.parameters().gradient(beta);
                    plan.run(
                            kernel("slopes"),
                            ChannelSums.grid(input, device),
                            input.value(),
                            gradient,
                            mean,
                            inverse,
                            parameter(gamma),
                            parameter(beta),
                            partial,
                            input.size(0),
                            channels(),
                            input.plane());
                    plan.run(
                            kernel("scale_and_shift"),
                            ChannelSums.warps(channels()),
                            partial,
                            gammaGradient,
                            betaGradient,
                            ChannelSums.slices(input, device));
                    plan.run(
                            kernel("differentiate"),
                            cells(),
                            input.value(),
                            gradient,
                            mean,
                            inverse,
                            parameter(gamma),
                            parameter(beta),
                            gammaGradient,
                            betaGradient,
                            target,
                            channels(),
                            input.plane(),
                            (float) input.count() / channels());
                }));
    }

    private Grid cells() {
        int threads = Math.max(32, Math.min(THREADS, (input.plane() / NUMBERS + 31) / 32 * 32));
        int blocks = Math.max(1, input.plane() / (threads * NUMBERS));
        return new Grid(blocks, channels(), input.size(0), threads);
    }
}
