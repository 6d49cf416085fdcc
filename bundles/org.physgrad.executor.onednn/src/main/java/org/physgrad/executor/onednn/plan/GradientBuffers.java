package org.physgrad.executor.onednn.plan;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MULTIPLE_SRC;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory_desc_vector;
import org.bytedeco.dnnl.sum;
import org.bytedeco.javacpp.FloatPointer;
import org.physgrad.executor.graph.BackwardPass;

/**
 * Buffers of gradients. A gradient lives only from the layer that computes it to the one that consumes it, so a handful of buffers serves the whole
 * backward pass. Calls are built in the order they will run in, hence who takes and gives back during building may share.
 */
final class GradientBuffers implements BackwardPass.Gradients<Tensor, memory> {

    private final Device device;
    private final PlanBuilder plan;
    private final List<FloatPointer> free = new ArrayList<>();
    private final IdentityHashMap<memory, FloatPointer> taken = new IdentityHashMap<>();

    GradientBuffers(Device device, PlanBuilder plan) {
        this.device = device;
        this.plan = plan;
    }

    @Override
    public memory take(Tensor tensor) {
        return take(tensor.layout());
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

    @Override
    public void giveBack(memory array) {
        free.add(taken.remove(array));
    }

    @Override
    public void add(Tensor tensor, memory total, memory part) {
        memory.desc form = tensor.layout();
        sum.primitive_desc addition =
                new sum.primitive_desc(device.engine(), form, new float[] {1, 1}, new memory_desc_vector(form, form));
        plan.call(
                new sum(addition),
                Map.of(DNNL_ARG_MULTIPLE_SRC, total, DNNL_ARG_MULTIPLE_SRC + 1, part, DNNL_ARG_DST, total));
    }
}
