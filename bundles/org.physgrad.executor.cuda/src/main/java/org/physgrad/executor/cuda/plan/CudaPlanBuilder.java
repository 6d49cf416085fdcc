package org.physgrad.executor.cuda.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.physgrad.executor.cuda.device.Device;
import org.physgrad.executor.cuda.device.DeviceArray;
import org.physgrad.executor.cuda.device.Grid;
import org.physgrad.executor.cuda.device.Kernel;
import org.physgrad.executor.graph.BackwardPass;
import org.physgrad.executor.graph.DropoutMask;
import org.physgrad.executor.graph.Field;
import org.physgrad.executor.graph.GraphPlan;
import org.physgrad.executor.graph.Unsupported;

/**
 * Puts a {@link CudaPlan} together. Layers append kernels of the forward pass in order, and leave behind how to append theirs of the backward pass;
 * {@link #build} lets them do so in reverse, when it is known which gradients are complete.
 */
public final class CudaPlanBuilder implements GraphPlan<CudaTensor> {

    private final Device device;
    private final boolean training;
    private final Parameters parameters;
    private final BackwardPass<CudaTensor, DeviceArray> backwardPass;
    private final Kernel copyChannels;
    private final Kernel multiply;
    private final List<Runnable> forward = new ArrayList<>();
    private final List<Runnable> backward = new ArrayList<>();
    private final List<UploadedMask> masks = new ArrayList<>();
    private List<Runnable> steps = forward;
    private String name = "";

    /**
     * Starts a plan.
     *
     * @param device where it runs
     * @param parameters the network's parameters
     * @param training whether layers do as in training, and can be differentiated
     */
    public CudaPlanBuilder(Device device, Parameters parameters, boolean training) {
        this.device = device;
        this.parameters = parameters;
        this.training = training;
        this.backwardPass = new BackwardPass<>(this, new GradientMemory(device, this));
        this.copyChannels = device.kernels().find("fields.cu", "copy_channels");
        this.multiply = device.kernels().find("fields.cu", "multiply");
    }

    @Override
    public void name(String layer) {
        name = layer;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isForTraining() {
        return training;
    }

    /**
     * Gives the device.
     *
     * @return where the plan runs
     */
    public Device device() {
        return device;
    }

    /**
     * Gives the parameters.
     *
     * @return flat parameters and gradients
     */
    public Parameters parameters() {
        return parameters;
    }

    /**
     * Makes the network's input.
     *
     * @param shape {@code [batch, channels, nx, ny]} or {@code [batch, features]}
     * @return a tensor without gradient
     */
    public CudaTensor input(long... shape) {
        return tensor(shape, false);
    }

    /**
     * Makes the output of a layer.
     *
     * @param shape {@code [batch, channels, nx, ny]} or {@code [batch, features]}
     * @return a tensor
     */
    public CudaTensor tensor(long... shape) {
        return tensor(shape, true);
    }

    private CudaTensor tensor(long[] shape, boolean differentiable) {
        long count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        if (count > Integer.MAX_VALUE / Float.BYTES) {
            throw new Unsupported("layer '" + name + "' makes " + count + " numbers, more than kernels can count; use a"
                    + " smaller batchSize");
        }
        return new CudaTensor(shape, device.allocate(count * Float.BYTES), differentiable);
    }

    /**
     * Appends a run of a kernel to the pass that is being built.
     *
     * @param kernel the kernel
     * @param grid its threads
     * @param arguments its arguments
     */
    public void run(Kernel kernel, Grid grid, Object... arguments) {
        if (Math.max(grid.y(), grid.z()) > Grid.MOST) {
            throw new Unsupported("layer '" + name + "' has more than " + Grid.MOST
                    + " examples or channels, which a GPU cannot number; use a smaller batchSize");
        }
        steps.add(() -> kernel.run(device, grid, arguments));
    }

    /**
     * Leaves behind how to differentiate a layer; outside of training nobody asks.
     *
     * @param output its output
     * @param emit appends the kernels, given dL/doutput, which is complete by then
     */
    public void onBackward(CudaTensor output, Consumer<DeviceArray> emit) {
        backwardPass.onBackward(output, emit);
    }

    /**
     * Adds one reader's part to the gradient of a tensor. Used inside {@link #onBackward}.
     *
     * @param input what the reader read
     * @param emit appends the kernels that overwrite the given memory with the reader's part
     */
    public void contribute(CudaTensor input, Consumer<DeviceArray> emit) {
        backwardPass.contribute(input, emit);
    }

    @Override
    public CudaTensor join(Field<CudaTensor> field) {
        List<CudaTensor> parts = field.parts();
        if (parts.size() == 1) {
            return parts.get(0);
        }
        CudaTensor whole = tensor(field.shape());
        int first = 0;
        for (CudaTensor part : parts) {
            copyChannels(part.value(), 0, part.size(1), whole.value(), first, whole.size(1), part);
            first += part.size(1);
        }
        onBackward(whole, gradient -> {
            int start = 0;
            for (CudaTensor part : parts) {
                int from = start;
                contribute(part, target -> copyChannels(gradient, from, whole.size(1), target, 0, part.size(1), part));
                start += part.size(1);
            }
        });
        return whole;
    }

    /** Copies as many channels as a part has. */
    private void copyChannels(
            DeviceArray source,
            int from,
            int sourceChannels,
            DeviceArray target,
            int to,
            int targetChannels,
            CudaTensor part) {
        run(
                copyChannels,
                Grid.of(part.count()),
                source,
                target,
                part.size(0),
                part.size(1),
                part.plane(),
                sourceChannels,
                from,
                targetChannels,
                to);
    }

    @Override
    public CudaTensor drop(CudaTensor input, double keep) {
        CudaTensor output = tensor(input.shape(), input.differentiable());
        DeviceArray factors = device.allocate(input.value().bytes());
        DropoutMask mask = new DropoutMask(name, masks.size(), keep, input.size(0), input.count() / input.size(0));
        masks.add(new UploadedMask(mask, factors));
        run(multiply, Grid.of(input.count()), input.value(), factors, output.value(), input.count());
        onBackward(
                output,
                gradient -> contribute(
                        input,
                        target -> run(multiply, Grid.of(input.count()), gradient, factors, target, input.count())));
        return output;
    }

    /**
     * Finishes the plan.
     *
     * @param input the network's input
     * @param output the network's output
     * @return the plan, recorded
     */
    public CudaPlan build(CudaTensor input, CudaTensor output) {
        DeviceArray outputGradient = null;
        if (training) {
            steps = backward;
            outputGradient = backwardPass.build(output);
        }
        return new CudaPlan(device, new CudaPlan.Ends(input, output, outputGradient), forward, backward, masks);
    }
}
