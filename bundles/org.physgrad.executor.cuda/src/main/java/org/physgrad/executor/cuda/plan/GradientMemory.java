package org.physgrad.executor.cuda.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.physgrad.executor.cuda.device.Device;
import org.physgrad.executor.cuda.device.DeviceArray;

/** Memory for gradients, which live from the layer that makes them to the one that uses them: what one has given back serves others of its size. */
final class GradientMemory {

    private final Device device;
    private final Map<Long, Deque<DeviceArray>> free = new HashMap<>();

    GradientMemory(Device device) {
        this.device = device;
    }

    DeviceArray take(long bytes) {
        Deque<DeviceArray> fitting = free.getOrDefault(bytes, new ArrayDeque<>());
        return fitting.isEmpty() ? device.allocate(bytes) : fitting.pop();
    }

    void giveBack(DeviceArray memory) {
        free.computeIfAbsent(memory.bytes(), absent -> new ArrayDeque<>()).push(memory);
    }
}
