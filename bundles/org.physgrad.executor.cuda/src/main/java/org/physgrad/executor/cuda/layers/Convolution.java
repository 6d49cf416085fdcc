package org.physgrad.executor.cuda.layers;

import org.physgrad.executor.cuda.device.DeviceArray;

/** One convolution in a plan, without its activation. */
interface Convolution {

    /**
     * Appends the forward pass.
     *
     * @param bias what to add to each channel, null for nothing
     */
    void compile(DeviceArray bias);

    /**
     * Appends the gradients of inputs and weights.
     *
     * @param gradient dL/doutput
     */
    void differentiate(DeviceArray gradient);
}
