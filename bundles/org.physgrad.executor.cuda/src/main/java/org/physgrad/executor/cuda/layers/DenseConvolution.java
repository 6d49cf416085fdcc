package org.physgrad.executor.cuda.layers;

import java.util.List;
import java.util.Map;
import org.physgrad.executor.cuda.device.DeviceArray;
import org.physgrad.executor.cuda.device.Grid;
import org.physgrad.executor.cuda.device.Kernel;
import org.physgrad.executor.cuda.plan.CudaPlanBuilder;
import org.physgrad.executor.cuda.plan.CudaTensor;
import org.physgrad.executor.graph.Field;
import org.physgrad.executor.graph.Window;

/** A convolution with stride 1 and without dilation: forward, and backward to inputs and weights. */
final class DenseConvolution implements Convolution {

    private static final int THREADS = 128;
    /** Most cells of a kernel whose gradient a thread can hold in registers. */
    private static final int MOST_TAPS = 9;
    /** Longest side of a kernel whose tile fits into shared memory. */
    private static final int LONGEST = 3;
    /** Rows of a tile, and channels along each side of it, when weights are differentiated; as in the kernel. */
    private static final int ROWS = 4;

    private static final int SIDE = 16;
    private static final int JOINED = 32;
    /** Fewest output channels of a block: they are read four at a time. */
    private static final int FEWEST = 4;
    /** Most output channels of a block, and cells of a thread: their sums fill the registers. Eight of each was slower by a third. */
    private static final int MOST = 16;

    private static final int PIXELS = 4;
    /** Blocks that keep a multiprocessor busy. */
    private static final int BLOCKS = 3;

    private final Window window;
    private final List<CudaTensor> parts;
    private final CudaTensor output;
    private final long weights;
    private final int inputChannels;
    private final int taps;
    private final CudaPlanBuilder plan;

    /**
     * Prepares a convolution.
     *
     * @param window where the kernel is laid
     * @param field its input; two parts are read in place, more are joined first
     * @param output its output
     * @param weights where its weights begin in the flat parameters
     * @param plan the plan to extend
     */
    DenseConvolution(Window window, Field<CudaTensor> field, CudaTensor output, long weights, CudaPlanBuilder plan) {
        this.window = window;
        this.parts = field.parts().size() > 2 ? List.of(plan.join(field)) : field.parts();
        this.output = output;
        this.weights = weights;
        this.inputChannels = Math.toIntExact(field.shape()[1]);
        this.taps = Math.toIntExact(window.kernel()[0] * window.kernel()[1]);
        this.plan = plan;
    }

    static boolean fits(Window window) {
        long[] kernel = window.kernel();
        return window.isDense() && kernel[0] * kernel[1] <= MOST_TAPS && Math.max(kernel[0], kernel[1]) <= LONGEST;
    }

    @Override
    public void compile(DeviceArray bias) {
        CudaTensor first = parts.get(0);
        CudaTensor second = parts.get(parts.size() - 1);
        convolve(
                new Side(first.value(), second.value(), first.size(1), inputChannels, first),
                new Side(output.value(), null, output.size(1), output.size(1), output),
                plan.parameters().value(weights),
                new int[] {inputChannels * taps, taps},
                bias,
                false);
    }

    @Override
    public void differentiate(DeviceArray gradient) {
        int offset = 0;
        for (CudaTensor part : parts) {
            differentiate(part, offset, gradient);
            offset += part.size(1);
        }
    }

    private void differentiate(CudaTensor part, int firstChannel, DeviceArray gradient) {
        correlate(part, gradient, weights + (long) firstChannel * taps);
        plan.contribute(
                part,
                target -> convolve(
                        new Side(gradient, gradient, output.size(1), output.size(1), output),
                        new Side(target, null, part.size(1), part.size(1), part),
                        plan.parameters().value(weights + (long) firstChannel * taps),
                        new int[] {taps, inputChannels * taps},
                        null,
                        true));
    }

    /**
     * One end of a convolution.
     *
     * @param values the numbers of the first channels
     * @param others those of the other channels
     * @param split how many channels come first
     * @param channels how many there are together
     * @param grid a tensor with as many examples and cells
     */
    private record Side(DeviceArray values, DeviceArray others, int split, int channels, CudaTensor grid) {}

    private void convolve(Side from, Side to, DeviceArray values, int[] strides, DeviceArray bias, boolean mirrored) {
        int kernelX = (int) window.kernel()[0];
        int kernelY = (int) window.kernel()[1];
        int columns = columns(to.grid().size(3));
        int threadRows = THREADS / columns;
        int rows = Math.max(1, Math.min(PIXELS, ceil(to.grid().size(2), threadRows)));
        int tiles = ceil(to.grid().size(2), rows * threadRows) * ceil(to.grid().size(3), columns);
        int group = group(to.channels(), tiles * to.grid().size(0));
        Kernel convolve = plan.device()
                .kernels()
                .find(
                        "convolution.cu",
                        "convolve",
                        Map.of(
                                "CI", from.channels(),
                                "CO", to.channels(),
                                "KX", kernelX,
                                "KY", kernelY,
                                "TY", columns,
                                "PIX", rows,
                                "GROUP", group,
                                "MIRRORED", mirrored ? 1 : 0));
        Grid blocks = new Grid(tiles, ceil(to.channels(), group), to.grid().size(0), THREADS);
        plan.run(
                convolve,
                blocks,
                from.values(),
                from.others(),
                from.split(),
                values,
                strides[0],
                strides[1],
                bias,
                to.values(),
                from.grid().size(2),
                from.grid().size(3),
                to.grid().size(2),
                to.grid().size(3),
                before(0, kernelX, mirrored),
                before(1, kernelY, mirrored));
    }

    /** Output channels of a block: as many as registers hold, fewer where that leaves multiprocessors idle. */
    private int group(int channels, int blocks) {
        int group = Math.min(MOST, ceil(channels, FEWEST) * FEWEST);
        while (group > FEWEST
                && blocks * ceil(channels, group)
                        < BLOCKS * plan.device().description().processors()) {
            group /= 2;
        }
        return ceil(group, FEWEST) * FEWEST;
    }

    /** Zeros before the field that is read: of the adjoint, as many as the turned kernel reaches beyond the output. */
    private int before(int axis, int kernel, boolean mirrored) {
        int before = (int) window.before()[axis];
        return mirrored ? kernel - 1 - before : before;
    }

    private void correlate(CudaTensor input, DeviceArray gradient, long target) {
        int columns = columns(output.size(3));
        Map<String, Integer> constants = Map.of(
                "CI",
                input.size(1),
                "CO",
                output.size(1),
                "KX",
                (int) window.kernel()[0],
                "KY",
                (int) window.kernel()[1],
                "TY",
                columns);
        int groupsIn = ceil(input.size(1), SIDE);
        int groupsOut = ceil(output.size(1), SIDE);
        int tasks = output.size(0) * ceil(output.size(2), ROWS) * ceil(output.size(3), columns);
        long sums = (long) groupsIn * groupsOut * SIDE * SIDE * taps;
        // Kernels count in 32 bits.
        long most = Math.min(3L * plan.device().description().processors(), Integer.MAX_VALUE / sums);
        int blocks = (int) Math.min(tasks, Math.max(1, most));
        DeviceArray partial = plan.device().allocate(sums * blocks * Float.BYTES);
        plan.run(
                plan.device().kernels().find("weights.cu", "correlate", constants),
                new Grid(blocks, groupsIn, groupsOut, THREADS),
                input.value(),
                gradient,
                partial,
                output.size(0),
                input.size(2),
                input.size(3),
                output.size(2),
                output.size(3),
                (int) window.before()[0],
                (int) window.before()[1]);
        plan.run(
                plan.device().kernels().find("weights.cu", "join", constants),
                new Grid(SIDE * SIDE * taps / JOINED, groupsIn * groupsOut, 1, 8 * JOINED),
                partial,
                plan.parameters().gradient(target),
                blocks,
                groupsIn,
                inputChannels * taps);
    }

    /** Columns of a block: enough for a row, as far as that is sensible. */
    private static int columns(int cells) {
        return Math.max(8, Math.min(64, Integer.highestOneBit(2 * cells - 1)));
    }

    private static int ceil(int count, int parts) {
        return (count + parts - 1) / parts;
    }
}
