package org.physgrad.networks;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The planes {@code [nx, ny]} of an array {@code [batch, channels, nx, ny]}, copied to and from plain Java arrays, on which loops are fast. Several
 * threads may copy different planes.
 */
interface Planes {

    /** Counts the cells of a plane. */
    int size();

    /** Copies a plane out; planes are counted through the batch. */
    void read(long plane, double[] values);

    /** Copies a plane in. */
    void write(long plane, double[] values);

    /** Opens an array, or a dense copy if its entries are not dense in C order; write only to those that are. */
    static Planes of(INDArray array) {
        boolean dense = array.ordering() == 'c' && !array.isView() && array.offset() == 0;
        INDArray data = dense ? array : array.dup('c');
        int size = Math.toIntExact(array.size(2) * array.size(3));
        return array.dataType() == DataType.DOUBLE ? new Doubles(data, size) : new Floats(data, size);
    }

    /** Planes in double precision. */
    record Doubles(INDArray array, int size) implements Planes {

        private DoublePointer at(long plane) {
            return new DoublePointer(array.data().addressPointer()).position(plane * size);
        }

        @Override
        public void read(long plane, double[] values) {
            at(plane).get(values);
        }

        @Override
        public void write(long plane, double[] values) {
            at(plane).put(values);
        }
    }

    /** Planes in single precision. */
    record Floats(INDArray array, int size) implements Planes {

        private FloatPointer at(long plane) {
            return new FloatPointer(array.data().addressPointer()).position(plane * size);
        }

        @Override
        public void read(long plane, double[] values) {
            float[] copy = new float[size];
            at(plane).get(copy);
            for (int i = 0; i < size; i++) {
                values[i] = copy[i];
            }
        }

        @Override
        public void write(long plane, double[] values) {
            float[] copy = new float[size];
            for (int i = 0; i < size; i++) {
                copy[i] = (float) values[i];
            }
            at(plane).put(copy);
        }
    }
}
