package org.physgrad.executor.onednn.plan;

import java.util.Arrays;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.common.util.ArrayUtil;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Copies between an ND4J array and a buffer of the plan: the only place where layouts change. */
final class Port {

    private final Device device;
    private final long[] shape;
    private final memory outside;
    private final memory inside;
    private final reorder copy;

    private Port(Device device, long[] shape, memory inside, boolean inwards) {
        this.device = device;
        this.shape = shape;
        this.inside = inside;
        this.outside = device.view(Layout.plain(shape), new Pointer());
        this.copy = device.own(inwards ? new reorder(outside, inside) : new reorder(inside, outside));
    }

    static Port in(Device device, long[] shape, memory to) {
        return new Port(device, shape, to, true);
    }

    static Port out(Device device, long[] shape, memory from) {
        return new Port(device, shape, from, false);
    }

    long[] shape() {
        return shape.clone();
    }

    void read(INDArray array) {
        if (!Arrays.equals(shape, array.shape())) {
            throw new IllegalArgumentException("the network was prepared for arrays of shape " + Arrays.toString(shape)
                    + ", not " + Arrays.toString(array.shape()));
        }
        if (array.dataType() == DataType.FLOAT && Arrays.equals(array.stride(), ArrayUtil.calcStrides(shape))) {
            readPlain(array);
            return;
        }
        try (INDArray plain = Nd4j.createUninitialized(DataType.FLOAT, shape)) {
            readPlain(plain.assign(array));
        }
    }

    private void readPlain(INDArray array) {
        outside.set_data_handle(array.data().addressPointer());
        copy.execute(device.stream(), outside, inside);
        device.stream()._wait();
    }

    /** The array must lie in C order. */
    void write(INDArray array) {
        outside.set_data_handle(array.data().addressPointer());
        copy.execute(device.stream(), inside, outside);
        device.stream()._wait();
    }
}
