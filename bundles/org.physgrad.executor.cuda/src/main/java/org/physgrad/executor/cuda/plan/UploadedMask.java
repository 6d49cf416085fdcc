package org.physgrad.executor.cuda.plan;

import org.bytedeco.javacpp.FloatPointer;
import org.physgrad.api.RandomStreams;
import org.physgrad.executor.cuda.device.Device;
import org.physgrad.executor.cuda.device.DeviceArray;
import org.physgrad.executor.graph.DropoutMask;

/**
 * A mask of dropout: drawn on the processor, so that it is the one of other executors, and brought to the GPU.
 *
 * @param mask draws the factors
 * @param factors where they lie
 */
record UploadedMask(DropoutMask mask, DeviceArray factors) {

    void draw(RandomStreams random, Device device) {
        try (FloatPointer numbers = new FloatPointer(factors.bytes() / Float.BYTES)) {
            mask.draw(
                    random,
                    (example, values) ->
                            numbers.getPointer((long) example * values.length).put(values));
            device.upload(numbers, factors, factors.bytes());
            device.await();
        }
    }
}
