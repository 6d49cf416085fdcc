package org.physgrad.math;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Checks of array shapes at the edge of public methods. */
public final class Shapes {

    private Shapes() {}

    /**
     * Requires a batch of arrays of one shape.
     *
     * @param name what the array is, for the message, such as {@code "x"}
     * @param array the array to check
     * @param exampleShape the shape that one example must have, without the batch axis
     * @return the batch size
     * @throws IllegalArgumentException if the shape differs; the message names both shapes
     */
    public static int requireBatch(String name, INDArray array, long... exampleShape) {
        long[] shape = array.shape();
        boolean fits = shape.length == exampleShape.length + 1
                && Arrays.equals(shape, 1, shape.length, exampleShape, 0, exampleShape.length);
        if (!fits) {
            throw new IllegalArgumentException(
                    name + " has shape " + Arrays.toString(shape) + ", expected " + describe(exampleShape));
        }
        return Math.toIntExact(shape[0]);
    }

    /**
     * Requires two arrays of the same batch size.
     *
     * @param name what the array is, for the message
     * @param array the array to check
     * @param size the batch size it must have
     * @throws IllegalArgumentException if it differs; the message names both
     */
    public static void requireSize(String name, INDArray array, int size) {
        if (array.size(0) != size) {
            throw new IllegalArgumentException(
                    name + " holds " + array.size(0) + " examples, expected " + size + " as the arrays beside it");
        }
    }

    /**
     * Requires two arrays of the same shape.
     *
     * @param name what the array is, for the message
     * @param array the array to check
     * @param otherName what the other array is, for the message
     * @param other the array that it must be shaped like
     * @throws IllegalArgumentException if the shapes differ; the message names both
     */
    public static void requireSame(String name, INDArray array, String otherName, INDArray other) {
        if (!Arrays.equals(array.shape(), other.shape())) {
            throw new IllegalArgumentException(name + " has shape " + Arrays.toString(array.shape())
                    + ", expected that of " + otherName + ", " + Arrays.toString(other.shape()));
        }
    }

    /**
     * Counts the entries of one example.
     *
     * @param exampleShape a shape without the batch axis
     * @return the number of entries, 1 for the empty shape
     */
    public static int entries(long... exampleShape) {
        long product = 1;
        for (long extent : exampleShape) {
            product *= extent;
        }
        return Math.toIntExact(product);
    }

    /**
     * Puts the batch axis in front of a shape.
     *
     * @param batchSize number of examples
     * @param exampleShape shape of one example
     * @return the shape of the batch
     */
    public static long[] withBatch(long batchSize, long... exampleShape) {
        long[] shape = new long[exampleShape.length + 1];
        shape[0] = batchSize;
        System.arraycopy(exampleShape, 0, shape, 1, exampleShape.length);
        return shape;
    }

    private static String describe(long[] exampleShape) {
        StringBuilder text = new StringBuilder("[batch");
        for (long extent : exampleShape) {
            text.append(", ").append(extent);
        }
        return text.append(']').toString();
    }
}
