package org.physgrad.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The header of an {@code .npy} file (NumPy Enhancement Proposal 1): magic, version, length, and a Python dictionary that says type, order and shape.
 *
 * @param type type of the numbers
 * @param byteOrder their byte order
 * @param fortranOrder whether the first index runs fastest
 * @param shape shape of the array
 * @param dataStart where the numbers begin
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of results, never compared.
record NumpyHeader(DataType type, ByteOrder byteOrder, boolean fortranOrder, long[] shape, int dataStart) {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    private static final Pattern DESCRIPTION = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9,\\sL]*)\\)");

    /**
     * Reads a header.
     *
     * @param file the file's name, for messages
     * @param bytes the file, or a beginning of it that holds the header
     * @throws FileFormatException if it is not the header of an array of numbers that is supported
     */
    static NumpyHeader parse(Path file, byte[] bytes) throws FileFormatException {
        if (bytes.length < MAGIC.length || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            boolean archive = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
            throw new FileFormatException(
                    file,
                    archive
                            ? "is an .npz archive or another zip file; save a single array with numpy.save"
                            : "is not an .npy file; save the array with numpy.save");
        }
        int major = bytes.length > MAGIC.length + 1 ? bytes[MAGIC.length] : 1;
        if (major < 1 || major > 3) {
            throw new FileFormatException(file, "has .npy version " + major + ", expected 1, 2 or 3");
        }
        int textStart = MAGIC.length + 2 + (major == 1 ? 2 : 4);
        long length = bytes.length < textStart ? Long.MAX_VALUE : length(bytes, major);
        if (length > bytes.length - textStart) {
            throw new FileFormatException(file, "is truncated: it ends within its header; copy or save it again");
        }
        Charset charset = major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        String text = new String(bytes, textStart, (int) length, charset);
        String description = find(file, DESCRIPTION, text, "type");
        return new NumpyHeader(
                type(file, description),
                description.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                find(file, ORDER, text, "order").equals("True"),
                shape(file, find(file, SHAPE, text, "shape")),
                textStart + (int) length);
    }

    private static long length(byte[] bytes, int major) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = MAGIC.length + 2;
        return major == 1 ? Short.toUnsignedInt(buffer.getShort(at)) : Integer.toUnsignedLong(buffer.getInt(at));
    }

    private static String find(Path file, Pattern pattern, String header, String what) throws FileFormatException {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new FileFormatException(
                    file,
                    "has a header without a plain " + what + ": " + header.strip()
                            + "; expected an array of float32 or float64");
        }
        return matcher.group(1);
    }

    private static DataType type(Path file, String description) throws FileFormatException {
        return switch (description) {
            case "<f4", ">f4" -> DataType.FLOAT;
            case "<f8", ">f8" -> DataType.DOUBLE;
            case "|O", "O" ->
                throw new FileFormatException(
                        file,
                        "holds Python objects, which are never loaded since they may run code; save numbers:"
                                + " numpy.save(file, a.astype(numpy.float64))");
            default ->
                throw new FileFormatException(
                        file,
                        "holds numbers of type '" + description + "', expected float32 or float64; convert them with"
                                + " a.astype(numpy.float64)");
        };
    }

    private static long[] shape(Path file, String text) throws FileFormatException {
        try {
            return Arrays.stream(text.replace("L", "").split(",", -1))
                    .map(String::strip)
                    .filter(extent -> !extent.isEmpty())
                    .mapToLong(Long::parseLong)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new FileFormatException(file, "has the shape (" + text + "), which is none");
        }
    }

    /** Writes a header of version 1.0 for numbers in C order and little-endian bytes. */
    static byte[] format(DataType type, long... shape) {
        StringBuilder extents = new StringBuilder();
        for (long extent : shape) {
            extents.append(extent).append(", ");
        }
        // Python writes a tuple of one as (3,), longer ones without a comma at the end.
        String tuple = extents.toString().replaceFirst(shape.length == 1 ? " $" : ", $", "");
        String text = "{'descr': '" + (type == DataType.FLOAT ? "<f4" : "<f8") + "', 'fortran_order': False, 'shape': ("
                + tuple + "), }";
        int start = MAGIC.length + 4;
        int padding = Math.floorMod(-(start + text.length() + 1), ALIGNMENT);
        byte[] body = (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(start + body.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) body.length)
                .put(body)
                .array();
    }
}
