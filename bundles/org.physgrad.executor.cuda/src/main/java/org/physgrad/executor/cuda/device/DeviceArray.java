package org.physgrad.executor.cuda.device;

/**
 * A piece of the GPU's memory.
 *
 * @param address where it begins
 * @param bytes its size
 */
public record DeviceArray(long address, long bytes) {

    /**
     * Shows the memory from one of its float32 numbers on.
     *
     * @param floats how many numbers come before
     * @return the rest, in place
     */
    public DeviceArray from(long floats) {
        return new DeviceArray(address + floats * Float.BYTES, bytes - floats * Float.BYTES);
    }
}
