package org.physgrad.api;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.annotation.versioning.ConsumerType;

/** The second derivatives of a simulator, contracted with a cotangent. Meant for causes of few dimensions. */
@ConsumerType
@FunctionalInterface
public interface SecondDerivative {

    /**
     * Computes sum_k w_k d2P_k/dx_i dx_j per example.
     *
     * @param x causes, {@code [batch, causeShape...]}; not changed
     * @param cotangent the weights w, {@code [batch, effectShape...]}; not changed
     * @param context what the simulator needs beside x
     * @return symmetric matrices, {@code [batch, n, n]} with n the number of entries of one cause, in C order; a fresh array
     */
    INDArray contract(INDArray x, INDArray cotangent, Context context);
}
