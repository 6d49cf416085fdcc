package org.physgrad.api;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A network prepared to answer outside of training: batch normalization uses the running statistics that training has collected, dropout keeps everything. So
 * what it says of an example depends on nothing but that example. Used by one thread at a time.
 */
@ConsumerType
@FunctionalInterface
public interface NetworkInference extends AutoCloseable {

    /**
     * Runs the network.
     *
     * @param input network input, {@code [batch, inputShape...]}, float32, any number of examples from 1 on; not changed
     * @return network output, {@code [batch, outputShape...]}, float32, a fresh array: the caller may free it
     */
    INDArray output(INDArray input);

    @Override
    default void close() {
        // Nothing to free unless an executor says otherwise.
    }
}
