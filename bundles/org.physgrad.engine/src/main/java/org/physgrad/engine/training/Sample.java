package org.physgrad.engine.training;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.Problem;

/**
 * What one iteration worked with, to be looked at. The arrays are the run's own: not to be changed, and not to be kept after the call that hands them out.
 *
 * @param iteration number of the iteration, from 1
 * @param problem the problem
 * @param batch observations y*, context and, where known, true causes x*
 * @param x0 predicted causes, {@code [batch, causeShape...]}
 * @param y0 their effects P(x0), {@code [batch, effectShape...]}
 * @param gradient dL/dx0 as the training scheme decided on it, {@code [batch, causeShape...]}; for physical gradients x0 - x_n
 */
public record Sample(int iteration, Problem problem, Batch batch, INDArray x0, INDArray y0, INDArray gradient) {}
