package org.physgrad.api;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An inverse problem: find the cause x whose effect P(x) is the observation y*. Generates examples, owns the simulator and the loss, and says
 * how a network sees an observation and how its output becomes a cause.
 */
@ConsumerType
public interface Problem {

    /** Start of the component factory name of every problem; the type name follows. */
    String FACTORY = "org.physgrad.problem/";

    /**
     * The physics of the problem.
     *
     * @return the simulator P, the same one at each call
     */
    Simulator simulator();

    /**
     * The distance between effects.
     *
     * @return the loss L(y, y*)
     */
    Loss loss();

    /**
     * How losses of a mini-batch are joined, unless the experiment says otherwise.
     *
     * @return sum or mean
     */
    Reduction reduction();

    /**
     * Draws a mini-batch.
     *
     * @param size number of examples, at least 1
     * @param random where the numbers come from; the same streams give the same batch
     * @return observations, context and, where known, true causes, all in fresh arrays: the caller may free them
     */
    Batch sample(int size, RandomStreams random);

    /**
     * Tells whether {@link #sample} knows the true causes.
     *
     * @return true if every drawn batch carries them
     */
    default boolean knowsCause() {
        return true;
    }

    /**
     * Describes what the network sees.
     *
     * @return shape of one network input: {@code [channels, nx, ny]} for fields, {@code [features]} for vectors
     */
    long[] inputShape();

    /**
     * Describes what the network answers.
     *
     * @return shape of one network output: {@code [channels, nx, ny]} for fields, {@code [features]} for vectors
     */
    long[] outputShape();

    /**
     * Turns observations into network input.
     *
     * @param batch the observations y* and their context; a true cause is not looked at
     * @return input of the network, {@code [batch, inputShape...]}, float32
     */
    INDArray input(Batch batch);

    /**
     * Turns network output into causes x0. Linear in the output.
     *
     * @param output output of the network, {@code [batch, outputShape...]}, float32; not changed
     * @param batch the batch that {@link #input} was made of
     * @return causes, {@code [batch, causeShape...]} in the simulator's precision
     */
    INDArray cause(INDArray output, Batch batch);

    /**
     * The adjoint of {@link #cause}: carries a gradient from the causes back to the network output.
     *
     * @param cotangent dL/dx0, {@code [batch, causeShape...]}; not changed
     * @param batch the batch that {@link #input} was made of
     * @return dL/doutput, {@code [batch, outputShape...]}, float32
     */
    INDArray causeAdjoint(INDArray cotangent, Batch batch);

    /**
     * Names the metrics.
     *
     * @return column names, in the order of {@link #metrics}
     */
    List<String> metricNames();

    /**
     * Measures predictions, averaged over the batch.
     *
     * @param batch the batch, with the true causes where the generator knows them
     * @param x predicted causes, {@code [batch, causeShape...]}
     * @param y their effects P(x), {@code [batch, effectShape...]}
     * @return one number per name of {@link #metricNames}; NaN where it needs a true cause that the batch lacks
     */
    double[] metrics(Batch batch, INDArray x, INDArray y);

    /**
     * Draws the true causes of a mini-batch, for whoever simulates their effects elsewhere.
     *
     * @param size number of examples, at least 1
     * @param random where the numbers come from
     * @return the causes that {@link #sample} would draw, {@code [batch, causeShape...]}, a fresh array; empty if there is more to a batch than causes and
     *     their effects
     */
    default Optional<INDArray> sampleCauses(int size, RandomStreams random) {
        return Optional.empty();
    }

    /**
     * Offers for a GPU what lies between physics and network. The source defines
     *
     * <pre>
     * __device__ void network_input(const real* target, float* input, const double* tables, double* work)
     * __device__ void cause(const float* output, const real* target, real* x, const double* tables, double* work)
     * __device__ void cause_adjoint(const real* cotangent, float* gradient, const double* tables, double* work)
     * __device__ void measure(const real* x, const real* y, const real* truth, const real* target, double* values, const double* tables,
     *                         double* work)
     * </pre>
     *
     * as {@link #input}, {@link #cause}, {@link #causeAdjoint} and {@link #metrics} do for one example; {@code truth} is null where nobody knows it.
     *
     * @return the code, empty where there is none
     */
    default Optional<DeviceCode> problemCode() {
        return Optional.empty();
    }
}
