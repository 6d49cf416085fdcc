package org.physgrad.files;

import java.util.Arrays;

/** Sizes of slices of arrays along their first axis. */
final class Slices {

    /** What a Java array can hold. */
    private static final long LARGEST = Integer.MAX_VALUE - 8;

    private Slices() {}

    /** Shape of a slice; of a single number, that of the number. */
    static long[] shape(long[] whole, int count) {
        long[] shape = whole.clone();
        if (shape.length > 0) {
            shape[0] = count;
        }
        return shape;
    }

    /**
     * Makes room for the numbers of a slice.
     *
     * @throws FileFormatException if they are more than an array can hold
     */
    static double[] allocate(String location, long... shape) throws FileFormatException {
        long entries = 1;
        for (long extent : shape) {
            entries = extent > LARGEST / Math.max(entries, 1) ? LARGEST + 1 : entries * extent;
        }
        if (entries > LARGEST) {
            throw new FileFormatException(
                    location, "has too many numbers to be read at once; take fewer examples, or smaller batches");
        }
        return new double[(int) entries];
    }

    /** Describes a number of entries by its factors, such as {@code 64 x 64 = 4096}. */
    static String product(long... extents) {
        long product = Arrays.stream(extents).reduce(1, Math::multiplyExact);
        return extents.length < 2
                ? Long.toString(product)
                : String.join(
                                " x ",
                                Arrays.stream(extents).mapToObj(Long::toString).toList()) + " = " + product;
    }
}
