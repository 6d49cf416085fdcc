package org.physgrad.api;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.annotation.versioning.ConsumerType;

/** How far an effect y is from the observation y*, as one number per example; never negative, and smallest where they agree. */
@ConsumerType
public interface Loss {

    /**
     * Computes L(y, y*) per example.
     *
     * @param y effects, {@code [batch, effectShape...]}; not changed
     * @param target observations y*, same shape
     * @return losses, {@code [batch]}, a fresh array
     */
    INDArray value(INDArray y, INDArray target);

    /**
     * Computes dL/dy per example.
     *
     * @param y effects, {@code [batch, effectShape...]}; not changed
     * @param target observations y*, same shape
     * @return gradients, same shape, a fresh array
     */
    INDArray gradient(INDArray y, INDArray target);

    /**
     * Offers this loss for a GPU. The source defines
     *
     * <pre>__device__ double loss(const real* y, const real* target, real* slope, const double* tables, double* work)</pre>
     *
     * which returns the value of one example to all threads and writes dL/dy.
     *
     * @return the code, empty where there is none
     */
    default Optional<DeviceCode> lossCode() {
        return Optional.empty();
    }
}
