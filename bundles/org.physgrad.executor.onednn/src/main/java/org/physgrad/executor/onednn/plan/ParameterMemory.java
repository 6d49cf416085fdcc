package org.physgrad.executor.onednn.plan;

import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;

/** Native copies of the flat parameters and their gradients; layers see their part of them in place. Gradients that no layer writes are zero. */
public final class ParameterMemory {

    private final Device device;
    private final FloatPointer values;
    private final FloatPointer gradients;

    ParameterMemory(Device device, long count) {
        this.device = device;
        this.values = device.allocate(count * Float.BYTES);
        this.gradients = device.allocate(count * Float.BYTES);
    }

    /**
     * Shows a parameter array to oneDNN.
     *
     * @param layout its layout
     * @param offset its start in the flat vector
     * @return the array
     */
    public memory value(memory.desc layout, long offset) {
        return device.view(layout, values.getPointer(offset));
    }

    /**
     * Shows the gradient of a parameter array to oneDNN.
     *
     * @param layout its layout
     * @param offset its start in the flat vector
     * @return the array
     */
    public memory gradient(memory.desc layout, long offset) {
        return device.view(layout, gradients.getPointer(offset));
    }

    void load(float[] parameters) {
        values.put(parameters);
    }

    void storeGradients(float[] target) {
        gradients.get(target);
    }
}
