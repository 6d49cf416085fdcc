package org.physgrad.executor.graph;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;

/** Where a kernel is laid over a field, along each of its two axes. */
public final class Window {

    private final long[] kernel;
    private final long[] stride;
    private final long[] dilation;
    private final long[] before = new long[2];
    private final long[] after = new long[2];
    private final long[] output = new long[2];

    private Window(int[] kernel, int[] stride, int[] dilation) {
        this.kernel = widen(kernel);
        this.stride = widen(stride);
        this.dilation = widen(dilation);
    }

    /**
     * Lays the kernel of a convolution over a field.
     *
     * @param layer the layer's configuration
     * @param field shape of the field, {@code [batch, channels, nx, ny]}
     * @param vertex where the layer stands
     * @return the window
     * @throws Unsupported if this is no field, or the padding causal
     */
    public static Window of(ConvolutionLayer layer, long[] field, Vertex<?> vertex) {
        return new Window(layer.getKernelSize(), layer.getStride(), layer.getDilation())
                .over(field, layer.getPadding(), layer.getConvolutionMode(), vertex);
    }

    /**
     * Lays the kernel of a pooling over a field.
     *
     * @param layer the layer's configuration
     * @param field shape of the field, {@code [batch, channels, nx, ny]}
     * @param vertex where the layer stands
     * @return the window
     * @throws Unsupported if this is no field, or the padding causal
     */
    public static Window of(SubsamplingLayer layer, long[] field, Vertex<?> vertex) {
        return new Window(layer.getKernelSize(), layer.getStride(), layer.getDilation())
                .over(field, layer.getPadding(), layer.getConvolutionMode(), vertex);
    }

    private Window over(long[] field, int[] padding, ConvolutionMode mode, Vertex<?> vertex) {
        vertex.require(field.length == 4, "expects fields [channels, nx, ny]");
        vertex.require(mode != ConvolutionMode.Causal, "uses causal padding");
        for (int axis = 0; axis < 2; axis++) {
            if (mode == ConvolutionMode.Same) {
                pad(axis, field[axis + 2]);
            } else {
                before[axis] = padding[axis];
                after[axis] = padding[axis];
                output[axis] = (field[axis + 2] + 2L * padding[axis] - extent(axis)) / stride[axis] + 1;
            }
        }
        return this;
    }

    /** As many places as strides begin; the odd zero goes behind the field, as in DL4J. */
    private void pad(int axis, long cells) {
        output[axis] = (cells + stride[axis] - 1) / stride[axis];
        long zeros = Math.max(0, (output[axis] - 1) * stride[axis] + extent(axis) - cells);
        before[axis] = zeros / 2;
        after[axis] = zeros - before[axis];
    }

    private long extent(int axis) {
        return (kernel[axis] - 1) * dilation[axis] + 1;
    }

    /**
     * Tells whether every place of the kernel touches the cell next to that of the place before, and its own cells touch.
     *
     * @return whether strides and dilations are one
     */
    public boolean isDense() {
        return Arrays.stream(stride).allMatch(step -> step == 1)
                && Arrays.stream(dilation).allMatch(step -> step == 1);
    }

    /**
     * Makes the window of the adjoint: what this one leads from field to output, that one leads back. Both are dense.
     *
     * @param field shape of the field, {@code [batch, channels, nx, ny]}
     * @return the window over the output
     */
    public Window mirrored(long[] field) {
        Window mirrored = new Window(new int[] {(int) kernel[0], (int) kernel[1]}, new int[] {1, 1}, new int[] {1, 1});
        for (int axis = 0; axis < 2; axis++) {
            mirrored.before[axis] = kernel[axis] - 1 - before[axis];
            mirrored.after[axis] = kernel[axis] - 1 - after[axis];
            mirrored.output[axis] = field[axis + 2];
        }
        return mirrored;
    }

    /**
     * Makes the same window over a field whose rows were moved already: one row of the kernel, no zeros around the first axis.
     *
     * @return the window
     */
    public Window ofOneRow() {
        Window row = new Window(
                new int[] {1, (int) kernel[1]}, new int[] {1, (int) stride[1]}, new int[] {1, (int) dilation[1]});
        row.before[1] = before[1];
        row.after[1] = after[1];
        row.output[0] = output[0];
        row.output[1] = output[1];
        return row;
    }

    /**
     * Counts the cells of the kernel.
     *
     * @return cells along each axis
     */
    public long[] kernel() {
        return kernel.clone();
    }

    /**
     * Counts the cells from one place to the next.
     *
     * @return cells along each axis
     */
    public long[] stride() {
        return stride.clone();
    }

    /**
     * Counts the cells left out between the taps of the kernel.
     *
     * @return cells along each axis, 0 without dilation
     */
    public long[] gaps() {
        return Arrays.stream(dilation).map(step -> step - 1).toArray();
    }

    /**
     * Counts the zeros before the field.
     *
     * @return zeros along each axis
     */
    public long[] before() {
        return before.clone();
    }

    /**
     * Counts the zeros after the field.
     *
     * @return zeros along each axis
     */
    public long[] after() {
        return after.clone();
    }

    /**
     * Tells the number of places.
     *
     * @return places along each axis
     */
    public long[] output() {
        return output.clone();
    }

    private static long[] widen(int[] values) {
        return Arrays.stream(values).asLongStream().toArray();
    }
}
