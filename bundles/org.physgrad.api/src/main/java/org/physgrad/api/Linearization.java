package org.physgrad.api;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.annotation.versioning.ConsumerType;

/** A simulator at one point x: its value, and its adjoint product without repeating the forward computation. */
@ConsumerType
public interface Linearization {

    /**
     * The value of the simulator.
     *
     * @return y = P(x), {@code [batch, effectShape...]}, an array that was made for this linearization: whoever linearizes may free it after the last adjoint product
     */
    INDArray value();

    /**
     * The adjoint product at x.
     *
     * @param cotangent dL/dy, {@code [batch, effectShape...]}; not changed
     * @return dL/dx = (dP/dx)^T dL/dy, {@code [batch, causeShape...]}, a fresh array
     */
    INDArray adjoint(INDArray cotangent);
}
