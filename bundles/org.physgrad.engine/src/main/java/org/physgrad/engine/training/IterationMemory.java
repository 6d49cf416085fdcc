package org.physgrad.engine.training;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;

/**
 * Gives the native memory of an iteration's arrays back when the iteration is over. Left to the garbage collector, which sees only their small Java
 * halves, they would pile up, and each iteration would pay for fresh pages.
 */
public final class IterationMemory implements AutoCloseable {

    private final List<INDArray> arrays = new ArrayList<>();
    private final List<INDArray> foreign = new ArrayList<>();

    /**
     * Takes charge of an array.
     *
     * @param array the array; one that shares its memory with a borrowed one stays open
     * @return the same array
     */
    public INDArray own(INDArray array) {
        arrays.add(array);
        return array;
    }

    /**
     * Takes charge of the arrays of a batch.
     *
     * @param batch the batch
     * @return the same batch
     */
    public Batch own(Batch batch) {
        own(batch.target());
        batch.cause().ifPresent(this::own);
        batch.context().names().forEach(name -> own(batch.context().get(name)));
        return batch;
    }

    /**
     * Leaves arrays to their owners, also where others are views of their memory.
     *
     * @param arrays the arrays
     */
    public void borrow(INDArray... arrays) {
        foreign.addAll(List.of(arrays));
    }

    @Override
    public void close() {
        for (INDArray array : arrays) {
            // Several arrays may be views of the same memory.
            if (array.closeable() && !array.wasClosed() && !isBorrowed(array)) {
                array.close();
            }
        }
    }

    private boolean isBorrowed(INDArray array) {
        return foreign.stream()
                .anyMatch(other -> other.data().address() == array.data().address());
    }
}
