package org.physgrad.executor.graph.update;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Bulk copies between Java arrays and the flat arrays of a DL4J graph, which lie in one piece. */
public final class Views {

    private Views() {}

    /**
     * Reads an array.
     *
     * @param flat the array, float32
     * @param target receives its entries
     */
    public static void read(INDArray flat, float[] target) {
        pointer(flat).get(target);
    }

    /**
     * Writes an array.
     *
     * @param source the entries
     * @param flat the array, float32
     */
    public static void write(float[] source, INDArray flat) {
        pointer(flat).put(source);
    }

    private static FloatPointer pointer(INDArray flat) {
        return new FloatPointer(flat.data().addressPointer());
    }
}
