package org.physgrad.executor.cuda.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.physgrad.executor.cuda.device.Device;
import org.physgrad.executor.cuda.device.DeviceArray;
import org.physgrad.executor.cuda.device.Grid;
import org.physgrad.executor.cuda.device.Kernel;
import org.physgrad.executor.graph.BackwardPass;

/** Memory for gradients, which live from the layer that makes them to the one that uses them: what one has given back serves others of its size. */
final class GradientMemory implements BackwardPass.Gradients<CudaTensor, DeviceArray> {

    private final Device device;
    private final CudaPlanBuilder plan;
    private final Kernel add;
    private final Map<Long, Deque<DeviceArray>> free = new HashMap<>();

    GradientMemory(Device device, CudaPlanBuilder plan) {
        this.device = device;
        this.plan = plan;
        this.add = device.kernels().find("fields.cu", "add");
    }

    @Override
    public DeviceArray take(CudaTensor tensor) {
        long bytes = tensor.value().bytes();
        Deque<DeviceArray> fitting = free.getOrDefault(bytes, new ArrayDeque<>());
        return fitting.isEmpty() ? device.allocate(bytes) : fitting.pop();
    }

    @Override
    public void giveBack(DeviceArray memory) {
        free.computeIfAbsent(memory.bytes(), absent -> new ArrayDeque<>()).push(memory);
    }

    @Override
    public void add(CudaTensor tensor, DeviceArray total, DeviceArray part) {
        plan.run(add, Grid.of(tensor.count()), total, part, tensor.count());
    }
}
