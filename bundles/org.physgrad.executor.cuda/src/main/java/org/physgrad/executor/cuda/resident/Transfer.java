package org.physgrad.executor.cuda.resident;

import java.util.Arrays;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.executor.cuda.device.Device;
import org.physgrad.executor.cuda.device.DeviceArray;
import org.physgrad.executor.cuda.device.Staging;

/** One of a run's arrays on the GPU, with memory of the processor to send it from. */
final class Transfer {

    private final Device device;
    private final DataType type;
    private final long[] shape;
    private final DeviceArray array;
    private final Pointer staged;

    Transfer(Device device, DataType type, long... shape) {
        this.device = device;
        this.type = type;
        this.shape = shape;
        long bytes = Arrays.stream(shape).reduce(type.width(), (a, b) -> a * b);
        this.array = device.allocate(bytes);
        this.staged = device.pinned(bytes);
    }

    DeviceArray array() {
        return array;
    }

    /** Queues the way to the GPU. */
    void send(INDArray values) {
        Staging.copy(values, type, shape, staged, "the run");
        device.upload(staged, array, array.bytes());
    }

    /** Fetches the array. */
    INDArray fetch() {
        INDArray values = Nd4j.createUninitialized(type, shape);
        device.download(array, values.data().addressPointer(), array.bytes());
        device.await();
        return values;
    }
}
