package org.physgrad.math;

import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.nd4j.common.util.ArrayUtil;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Copies between ND4J arrays and plain {@code double[]}, on which loops over cells are fast. Native memory of temporary arrays is given back at once:
 * left to the garbage collector, which sees only their small Java halves, batches of fields would pile up.
 */
public final class Values {

    private Values() {}

    /**
     * Copies an array's entries.
     *
     * @param array any shape, order and numeric type; not changed
     * @return its entries in C order
     */
    public static double[] of(INDArray array) {
        boolean dense = isDense(array);
        if (dense && array.dataType() == DataType.DOUBLE) {
            return doubles(array);
        }
        if (dense && array.dataType() == DataType.FLOAT) {
            return widen(array);
        }
        try (INDArray copy = array.dup('c');
                INDArray wide = copy.castTo(DataType.DOUBLE)) {
            return doubles(wide);
        }
    }

    /**
     * Tells whether all entries are numbers.
     *
     * @param array any shape, order and numeric type; not changed
     * @return false if an entry is infinite or undefined
     */
    public static boolean areFinite(INDArray array) {
        if (array.dataType() == DataType.FLOAT && isDense(array)) {
            try {
                return areFinite(array.data().asNioFloat(), array.length());
            } finally {
                Reference.reachabilityFence(array);
            }
        }
        double[] values = of(array);
        return StepOutcomes.isFinite(values, 0, values.length);
    }

    private static boolean areFinite(FloatBuffer values, long length) {
        for (int i = 0; i < length; i++) {
            if (!Float.isFinite(values.get(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isDense(INDArray array) {
        return array.offset() == 0 && Arrays.equals(array.stride(), ArrayUtil.calcStrides(array.shape()));
    }

    private static double[] doubles(INDArray dense) {
        double[] values = new double[Math.toIntExact(dense.length())];
        try {
            dense.data().asNioDouble().get(values);
        } finally {
            // The buffer above does not keep the native memory alive, the array does.
            Reference.reachabilityFence(dense);
        }
        return values;
    }

    private static double[] widen(INDArray dense) {
        float[] narrow = new float[Math.toIntExact(dense.length())];
        try {
            dense.data().asNioFloat().get(narrow);
        } finally {
            Reference.reachabilityFence(dense);
        }
        double[] values = new double[narrow.length];
        for (int i = 0; i < narrow.length; i++) {
            values[i] = narrow[i];
        }
        return values;
    }

    /**
     * Makes an array of entries.
     *
     * @param values entries in C order; copied
     * @param type {@link DataType#DOUBLE} or {@link DataType#FLOAT}
     * @param shape the array's shape
     * @return a fresh array in C order
     */
    public static INDArray array(double[] values, DataType type, long... shape) {
        if (type == DataType.FLOAT) {
            float[] narrow = new float[values.length];
            for (int i = 0; i < narrow.length; i++) {
                narrow[i] = (float) values[i];
            }
            return Nd4j.create(narrow, shape, DataType.FLOAT);
        }
        return Nd4j.create(values, shape, DataType.DOUBLE);
    }
}
