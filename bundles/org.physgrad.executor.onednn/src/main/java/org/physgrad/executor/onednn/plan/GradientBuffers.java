package org.physgrad.executor.onednn.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Buffers of gradients. A gradient lives only from the layer that computes it to the one that consumes it, so a handful of buffers serves the whole
 * backward pass. Calls are built in the order they will run in, hence who takes and gives back during building may share.
 */
final class GradientBuffers {

    private final Device device;
    private final List<FloatPointer> free = new ArrayList<>();
    private final IdentityHashMap<memory, FloatPointer> taken = new IdentityHashMap<>();

    GradientBuffers(Device device) {
        this.device = device;
    }

    memory take(memory.desc layout) {
        long size = layout.get_size();
        FloatPointer buffer = free.stream()
                .filter(candidate -> candidate.capacity() * Float.BYTES >= size)
                .min(Comparator.comparingLong(FloatPointer::capacity))
                .orElseGet(() -> device.allocate(size));
        free.remove(buffer);
        memory array = device.view(layout, buffer);
        taken.put(array, buffer);
        return array;
    }

    void giveBack(memory array) {
        free.add(taken.remove(array));
    }
}
