package org.physgrad.executor.cuda.plan;

import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.RandomStreams;
import org.physgrad.executor.cuda.device.Device;
import org.physgrad.executor.cuda.device.DeviceArray;
import org.physgrad.executor.cuda.device.Recording;
import org.physgrad.executor.cuda.device.Staging;

/** Forward and backward pass of one network at one batch size, each recorded once, copies from and to the processor included. */
public final class CudaPlan {

    /** Where arrays enter and leave; the gradient is null outside of training. */
    record Ends(CudaTensor input, CudaTensor output, DeviceArray outputGradient) {}

    private final Device device;
    private final Ends ends;
    private final List<Runnable> forwardSteps;
    private final List<Runnable> backwardSteps;
    private final List<UploadedMask> masks;
    private final FloatPointer input;
    private final FloatPointer output;
    private final Recording forward;
    private final Recording backward;

    CudaPlan(Device device, Ends ends, List<Runnable> forward, List<Runnable> backward, List<UploadedMask> masks) {
        this.device = device;
        this.ends = ends;
        this.forwardSteps = List.copyOf(forward);
        this.backwardSteps = List.copyOf(backward);
        this.masks = List.copyOf(masks);
        this.input = new FloatPointer(device.pinned(ends.input().value().bytes()));
        this.output = new FloatPointer(device.pinned(ends.output().value().bytes()));
        this.forward = device.record(() -> {
            device.upload(input, ends.input().value(), ends.input().value().bytes());
            runForward();
            device.download(ends.output().value(), output, ends.output().value().bytes());
        });
        this.backward = ends.outputGradient() == null
                ? null
                : device.record(() -> {
                    device.upload(
                            output, ends.outputGradient(), ends.outputGradient().bytes());
                    runBackward();
                });
    }

    /** Queues the kernels of the forward pass, which read the input from the GPU's memory and leave the output there. */
    public void runForward() {
        forwardSteps.forEach(Runnable::run);
    }

    /** Queues the kernels of the backward pass. */
    public void runBackward() {
        backwardSteps.forEach(Runnable::run);
    }

    /**
     * Gives the input.
     *
     * @return the tensor that the forward pass reads
     */
    public CudaTensor input() {
        return ends.input();
    }

    /**
     * Gives the output.
     *
     * @return the tensor that the forward pass writes
     */
    public CudaTensor output() {
        return ends.output();
    }

    /**
     * Gives the place of dL/doutput.
     *
     * @return the memory that the backward pass reads
     */
    public DeviceArray outputGradient() {
        return ends.outputGradient();
    }

    /**
     * Draws the masks of dropout for the next forward pass.
     *
     * @param random where they are drawn from
     */
    public void drawMasks(RandomStreams random) {
        masks.forEach(mask -> mask.draw(random, device));
    }

    /**
     * Runs the network.
     *
     * @param values network input, {@code [batch, inputShape...]}
     * @param target receives network output, {@code [batch, outputShape...]}, float32 in C order
     */
    public void forward(INDArray values, INDArray target) {
        read(values, ends.input().shape(), input);
        forward.run();
        device.await();
        Pointer.memcpy(
                target.data().addressPointer(), output, ends.output().value().bytes());
    }

    /**
     * Computes the gradients for the last forward pass.
     *
     * @param gradient dL/doutput, {@code [batch, outputShape...]}
     */
    public void backward(INDArray gradient) {
        read(gradient, ends.output().shape(), output);
        backward.run();
        device.await();
    }

    private static void read(INDArray array, long[] shape, FloatPointer target) {
        Staging.copy(array, DataType.FLOAT, shape, target, "the network");
    }
}
