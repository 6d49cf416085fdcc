package org.physgrad.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** NumPy files as NumPy writes them, made without the product's own code. */
public final class Npy {

    /** Length of the header that NumPy writes for arrays like these. */
    private static final int DATA = 128;

    private Npy() {}

    /** Writes entries in the order they are given. */
    public static void write(Path file, String type, boolean fortranOrder, double[] values, int... shape)
            throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(DATA + values.length * width(type)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) (DATA - 10));
        bytes.put(String.format("%-117s\n", header(type, fortranOrder, shape)).getBytes(StandardCharsets.US_ASCII));
        for (double value : values) {
            if (width(type) == 4) {
                bytes.putFloat((float) value);
            } else {
                bytes.putDouble(value);
            }
        }
        Files.write(file, bytes.array());
    }

    /** Reads a file that must be in C order and of this type and shape. */
    public static double[] read(Path file, String type, int... shape) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int data = 10 + bytes.getShort(8);
        String text = new String(bytes.array(), 10, data - 10, StandardCharsets.US_ASCII);
        assertEquals(header(type, false, shape), text.strip());
        double[] values = new double[(bytes.capacity() - data) / width(type)];
        bytes.position(data);
        Arrays.setAll(values, i -> width(type) == 4 ? bytes.getFloat() : bytes.getDouble());
        return values;
    }

    private static String header(String type, boolean fortranOrder, int... shape) {
        String extents = Arrays.toString(shape).replace("[", "(").replace("]", shape.length == 1 ? ",)" : ")");
        return "{'descr': '" + type + "', 'fortran_order': " + (fortranOrder ? "True" : "False") + ", 'shape': "
                + extents + ", }";
    }

    private static int width(String type) {
        return type.endsWith("4") ? 4 : 8;
    }
}
