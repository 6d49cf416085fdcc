package org.physgrad.math;

import java.lang.ref.Reference;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.function.ObjIntConsumer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A batch whose examples are copied in and out one at a time. Loops over cells are fast on plain {@code double[]}, and one example's stays in the processor's cache, where a
 * copy of the whole batch would go through main memory. Several threads may work on different examples at once.
 */
public abstract class Examples {

    private final INDArray array;
    final int entries;

    private Examples(INDArray array) {
        this.array = array;
        this.entries = Math.toIntExact(array.length() / array.size(0));
    }

    /**
     * Opens a batch.
     *
     * @param batch {@code [batch, ...]}, any order and numeric type; not changed by {@link #read}
     * @return its examples; to be read only, since they may be those of a copy
     */
    public static Examples of(INDArray batch) {
        boolean dense = Values.isDense(batch);
        if (dense && batch.dataType() == DataType.FLOAT) {
            return new Floats(batch);
        }
        return new Doubles(
                batch,
                dense && batch.dataType() == DataType.DOUBLE
                        ? batch.data().asNioDouble()
                        : DoubleBuffer.wrap(Values.of(batch)));
    }

    /**
     * Makes a batch to be filled by {@link #write}.
     *
     * @param type {@link DataType#DOUBLE} or {@link DataType#FLOAT}
     * @param shape its shape, with the batch axis
     * @return its examples, whose entries are undefined before they are written
     */
    public static Examples create(DataType type, long... shape) {
        return of(Nd4j.createUninitialized(type, shape));
    }

    /**
     * Copies a batch example by example.
     *
     * @param batch {@code [batch, ...]}; not changed
     * @param type {@link DataType#DOUBLE} or {@link DataType#FLOAT}
     * @param shape shape of the copy, with the batch axis; as many entries per example
     * @return the copy
     */
    public static INDArray copy(INDArray batch, DataType type, long... shape) {
        Examples from = of(batch);
        Examples to = create(type, shape);
        BatchLoop.forEach(Math.toIntExact(shape[0]), () -> new double[from.entries()], (values, example) -> {
            from.read(example, values);
            to.write(example, values);
        });
        return to.array();
    }

    /**
     * Subtracts a batch from another, example by example.
     *
     * @param a {@code [batch, ...]}; not changed
     * @param b as many examples of as many entries; not changed
     * @param body called with the entries of a - b of one example, which it may change, and its index; in any order, on the threads of the run
     */
    public static void subtract(INDArray a, INDArray b, ObjIntConsumer<double[]> body) {
        Examples from = of(a);
        Examples subtracted = of(b);
        BatchLoop.forEach(Math.toIntExact(a.size(0)), () -> new double[2][from.entries()], (values, example) -> {
            double[] difference = values[0];
            double[] subtrahend = values[1];
            from.read(example, difference);
            subtracted.read(example, subtrahend);
            for (int i = 0; i < difference.length; i++) {
                difference[i] -= subtrahend[i];
            }
            body.accept(difference, example);
        });
    }

    /**
     * Counts the entries of one example.
     *
     * @return their number
     */
    public final int entries() {
        return entries;
    }

    /**
     * Copies an example out.
     *
     * @param example its index in the batch
     * @param values receives its entries in C order from the start of the array, which must be long enough
     */
    public final void read(int example, double[] values) {
        try {
            get(example * entries, values);
        } finally {
            // The buffer does not keep the native memory alive, the array does.
            Reference.reachabilityFence(array);
        }
    }

    /**
     * Copies an example in.
     *
     * @param example its index in the batch
     * @param values holds its entries in C order from the start of the array
     */
    public final void write(int example, double[] values) {
        try {
            put(example * entries, values);
        } finally {
            Reference.reachabilityFence(array);
        }
    }

    /**
     * Gives the batch.
     *
     * @return the array that was opened or created
     */
    public final INDArray array() {
        return array;
    }

    abstract void get(int start, double[] values);

    abstract void put(int start, double[] values);

    private static final class Doubles extends Examples {

        private final DoubleBuffer buffer;

        Doubles(INDArray array, DoubleBuffer buffer) {
            super(array);
            this.buffer = buffer;
        }

        @Override
        void get(int start, double[] values) {
            buffer.get(start, values, 0, entries);
        }

        @Override
        void put(int start, double[] values) {
            buffer.put(start, values, 0, entries);
        }
    }

    private static final class Floats extends Examples {

        private final FloatBuffer buffer;

        Floats(INDArray array) {
            super(array);
            this.buffer = array.data().asNioFloat();
        }

        @Override
        void get(int start, double[] values) {
            for (int i = 0; i < entries; i++) {
                values[i] = buffer.get(start + i);
            }
        }

        @Override
        void put(int start, double[] values) {
            for (int i = 0; i < entries; i++) {
                buffer.put(start + i, (float) values[i]);
            }
        }
    }
}
