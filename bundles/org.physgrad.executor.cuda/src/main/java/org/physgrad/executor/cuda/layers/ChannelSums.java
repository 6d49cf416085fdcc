package org.physgrad.executor.cuda.layers;

import org.physgrad.executor.cuda.device.Device;
import org.physgrad.executor.cuda.device.DeviceArray;
import org.physgrad.executor.cuda.device.Grid;
import org.physgrad.executor.cuda.plan.CudaPlanBuilder;
import org.physgrad.executor.cuda.plan.CudaTensor;

/** Sums over the batch and the cells of each channel, in two steps: slices first, then what they left. */
final class ChannelSums {

    /** Threads of a slice, as in the kernels. */
    static final int THREADS = 256;

    private static final int WARP = 32;

    /** Sums of two numbers for each channel and slice. */
    private static final int PAIR = 2;

    private ChannelSums() {}

    /**
     * Into how many slices the cells of a channel are cut: as many as keep all multiprocessors busy, if there is enough for each thread to do.
     */
    static int slices(CudaTensor field, Device device) {
        int busy = 4 * device.description().processors() / field.size(1);
        int cells = field.count() / field.size(1);
        int enough = Math.max(1, Math.min(busy, cells / (4 * THREADS)));
        return field.plane() < THREADS ? enough : Math.min(field.size(0), Integer.highestOneBit(enough));
    }

    /** Grid of the first step: blocks by channel and slice. */
    static Grid grid(CudaTensor field, Device device) {
        return new Grid(field.size(1), slices(field, device), 1, THREADS);
    }

    /** Grid of the second step: a warp for each channel. */
    static Grid warps(int channels) {
        return new Grid(channels, 1, 1, WARP);
    }

    /** Memory between the two steps. */
    static DeviceArray partial(CudaTensor field, Device device) {
        return device.allocate((long) PAIR * field.size(1) * slices(field, device) * Double.BYTES);
    }

    /** Appends both steps. */
    static void append(DeviceArray values, CudaTensor field, DeviceArray target, CudaPlanBuilder plan) {
        Device device = plan.device();
        DeviceArray partial = partial(field, device);
        int channels = field.size(1);
        plan.run(
                Normalization.kernel("moments", false, plan),
                grid(field, device),
                values,
                partial,
                field.size(0),
                channels,
                field.plane());
        plan.run(
                Normalization.kernel("channel_sums", false, plan),
                warps(channels),
                partial,
                target,
                slices(field, device));
    }
}
