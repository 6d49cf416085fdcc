package org.physgrad.executor.cuda.device;

import java.util.Arrays;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.common.util.ArrayUtil;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Brings arrays of any layout to memory that a GPU reads: in C order, in one precision. */
public final class Staging {

    private Staging() {}

    /**
     * Copies an array.
     *
     * @param array the array
     * @param type precision of the copy
     * @param shape shape that the array must have
     * @param target receives the copy
     * @param reader who reads it, for messages
     * @throws IllegalArgumentException if the shape is another; the message names both
     */
    public static void copy(INDArray array, DataType type, long[] shape, Pointer target, String reader) {
        if (!Arrays.equals(shape, array.shape())) {
            throw new IllegalArgumentException(reader + " was prepared for arrays of shape " + Arrays.toString(shape)
                    + ", not " + Arrays.toString(array.shape()));
        }
        if (array.dataType() == type && Arrays.equals(array.stride(), ArrayUtil.calcStrides(shape))) {
            copy(array, target);
            return;
        }
        try (INDArray plain = Nd4j.createUninitialized(type, shape)) {
            copy(plain.assign(array), target);
        }
    }

    private static void copy(INDArray plain, Pointer target) {
        Pointer.memcpy(
                target,
                plain.data().addressPointer(),
                plain.length() * plain.dataType().width());
    }
}
