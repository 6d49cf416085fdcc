package org.physgrad.executor.testkit;

import java.util.Arrays;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Normally distributed arrays that depend on nothing but their seed; DL4J sets ND4J's own generator anew whenever it initialises a network. */
public final class RandomArrays {

    private final Random random;

    /**
     * Starts a sequence of arrays.
     *
     * @param seed what they depend on
     */
    public RandomArrays(long seed) {
        this.random = new Random(seed);
    }

    /**
     * Draws an array in double precision.
     *
     * @param shape its shape
     * @return the array
     */
    public INDArray draw(long... shape) {
        long length = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        double[] values =
                random.doubles(length).map(unused -> random.nextGaussian()).toArray();
        return Nd4j.create(values, shape, DataType.DOUBLE);
    }

    /**
     * Draws an array in single precision.
     *
     * @param shape its shape
     * @return the array
     */
    public INDArray drawFloats(long... shape) {
        return draw(shape).castTo(DataType.FLOAT);
    }
}
