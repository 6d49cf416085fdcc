package org.physgrad.executor.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the float64 arrays that PyTorch left behind. */
final class NpyFile {

    private NpyFile() {}

    static double[] read(String name) {
        try (InputStream in = NpyFile.class.getResourceAsStream("unet/" + name + ".npy")) {
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            // Format 1.0: six bytes of magic, two of version, the header's length, the header.
            bytes.position(10 + bytes.getShort(8));
            double[] values = new double[bytes.remaining() / Double.BYTES];
            bytes.asDoubleBuffer().get(values);
            return values;
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
