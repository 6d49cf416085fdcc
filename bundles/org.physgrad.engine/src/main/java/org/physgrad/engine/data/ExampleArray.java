package org.physgrad.engine.data;

import org.nd4j.linalg.api.ndarray.INDArray;

/** One array of all examples of a data set. */
interface ExampleArray extends AutoCloseable {

    /**
     * Copies examples.
     *
     * @param examples their indices, in any order
     * @return {@code [examples, exampleShape...]} in the simulator's precision, a fresh array
     */
    INDArray gather(int[] examples);

    @Override
    void close();
}
