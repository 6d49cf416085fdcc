package org.physgrad.api;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.annotation.versioning.ConsumerType;

/** A network prepared for training steps: {@link #forward}, {@link #backward}, {@link #update}, in this order. Used by one thread at a time. */
@ConsumerType
public interface NetworkExecution extends AutoCloseable {

    /**
     * Runs the network in training mode: batch normalization uses the statistics of the batch.
     *
     * @param input network input, {@code [batch, inputShape...]}, float32
     * @return network output, {@code [batch, outputShape...]}, float32; valid until the next call
     */
    INDArray forward(INDArray input);

    /**
     * Computes the gradients of all weights for the last {@link #forward}.
     *
     * @param outputGradient dL/doutput, {@code [batch, outputShape...]}, float32; not changed
     */
    void backward(INDArray outputGradient);

    /** Applies the updater to the gradients of the last {@link #backward}. */
    void update();

    /**
     * Reads the gradients of the last {@link #backward}, as the loss has them: not divided by the batch size.
     *
     * @return flat gradients in DL4J's parameter order, {@code [1, parameters]}, a fresh array: the caller may free it. Entries of batch
     *     normalization's running statistics are unspecified, but finite unless the statistics are not
     */
    INDArray gradients();

    /** Brings parameters, running statistics, updater state and iteration count of the DL4J graph up to date, so that it can be saved. */
    void synchronize();

    /**
     * Tells where it computes.
     *
     * @return a clause for people, such as the name of a GPU and what runs there; empty for the processor
     */
    default String place() {
        return "";
    }

    @Override
    void close();
}
