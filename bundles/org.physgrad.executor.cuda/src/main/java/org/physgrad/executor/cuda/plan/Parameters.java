package org.physgrad.executor.cuda.plan;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.executor.cuda.device.Device;
import org.physgrad.executor.cuda.device.DeviceArray;

/** The flat parameters and their gradients on the GPU, in DL4J's order; layers read their part in place. Gradients that no layer writes are zero. */
public final class Parameters {

    private final Device device;
    private final DeviceArray values;
    private final DeviceArray gradients;
    private final int count;

    /**
     * Takes the memory.
     *
     * @param device where
     * @param count length of the flat vector
     */
    public Parameters(Device device, long count) {
        this.device = device;
        this.count = Math.toIntExact(count);
        this.values = device.allocate(count * Float.BYTES);
        this.gradients = device.allocate(count * Float.BYTES);
    }

    /**
     * Counts them.
     *
     * @return length of the flat vector
     */
    public int count() {
        return count;
    }

    /**
     * Shows parameters.
     *
     * @param offset where they begin in the flat vector
     * @return the memory from there on
     */
    public DeviceArray value(long offset) {
        return values.from(offset);
    }

    /**
     * Shows gradients.
     *
     * @param offset where they begin in the flat vector
     * @return the memory from there on
     */
    public DeviceArray gradient(long offset) {
        return gradients.from(offset);
    }

    /**
     * Brings the parameters to the GPU.
     *
     * @param flat the flat vector of a DL4J graph
     */
    public void load(INDArray flat) {
        device.upload(new FloatPointer(flat.data().addressPointer()), values, (long) count * Float.BYTES);
        device.await();
    }

    /**
     * Brings the parameters back.
     *
     * @param flat the flat vector of a DL4J graph
     */
    public void store(INDArray flat) {
        device.download(values, new FloatPointer(flat.data().addressPointer()), (long) count * Float.BYTES);
        device.await();
    }

    /**
     * Brings the gradients back.
     *
     * @param flat receives them
     */
    public void storeGradients(INDArray flat) {
        device.download(gradients, new FloatPointer(flat.data().addressPointer()), (long) count * Float.BYTES);
        device.await();
    }
}
