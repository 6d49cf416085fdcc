package org.physgrad.executor.onednn.plan;

import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.primitive;

/**
 * A primitive with its arguments.
 *
 * @param name what it computes, for a profile
 * @param operation the primitive
 * @param arguments buffers by oneDNN's argument index
 */
record Call(String name, primitive operation, IntMemoryMap arguments) {

    void run(Device device) {
        operation.execute(device.stream(), arguments);
    }
}
