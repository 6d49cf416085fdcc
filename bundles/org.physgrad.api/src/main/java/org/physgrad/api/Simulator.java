package org.physgrad.api;

import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The forward physics P: X -> Y with its adjoint product. Examples of a batch do not influence each other. Implementations may be called
 * from several threads at once.
 */
@ConsumerType
public interface Simulator {

    /**
     * Describes a cause.
     *
     * @return shape of one cause x, without the batch axis
     */
    long[] causeShape();

    /**
     * Describes an effect.
     *
     * @return shape of one effect y, without the batch axis
     */
    long[] effectShape();

    /**
     * Names the context arrays that {@link #simulate} needs.
     *
     * @return their shapes without the batch axis, by name
     */
    default Map<String, long[]> contextShapes() {
        return Map.of();
    }

    /**
     * Names the precision of the physics.
     *
     * @return {@link DataType#DOUBLE} or {@link DataType#FLOAT}: the type of the arrays it returns
     */
    default DataType precision() {
        return DataType.DOUBLE;
    }

    /**
     * Computes y = P(x).
     *
     * @param x causes, {@code [batch, causeShape...]}; not changed
     * @param context arrays named by {@link #contextShapes()}
     * @return effects, {@code [batch, effectShape...]}, a fresh array
     * @throws IllegalArgumentException if a shape does not fit; the message names both shapes
     */
    INDArray simulate(INDArray x, Context context);

    /**
     * Computes the adjoint product dL/dx = (dP/dx)^T dL/dy at x.
     *
     * @param x causes, {@code [batch, causeShape...]}; not changed
     * @param cotangent dL/dy, {@code [batch, effectShape...]}; not changed
     * @param context arrays named by {@link #contextShapes()}
     * @return dL/dx, {@code [batch, causeShape...]}, a fresh array
     * @throws IllegalArgumentException if a shape does not fit; the message names both shapes
     */
    INDArray adjoint(INDArray x, INDArray cotangent, Context context);

    /**
     * Computes y = P(x) and keeps what the adjoint product at the same x needs, so that forward work is done once.
     *
     * @param x causes, {@code [batch, causeShape...]}; not changed
     * @param context arrays named by {@link #contextShapes()}
     * @return value and adjoint of P at x
     */
    default Linearization linearize(INDArray x, Context context) {
        INDArray value = simulate(x, context);
        return new Linearization() {
            @Override
            public INDArray value() {
                return value;
            }

            @Override
            public INDArray adjoint(INDArray cotangent) {
                return Simulator.this.adjoint(x, cotangent, context);
            }
        };
    }

    /**
     * Offers second derivatives.
     *
     * @return the second derivatives of P, empty where the simulator has none to offer
     */
    default Optional<SecondDerivative> secondDerivative() {
        return Optional.empty();
    }

    /**
     * Computes y = P(x) and shows what happens on the way. For pictures: it may take longer than {@link #simulate}.
     *
     * @param x causes, {@code [batch, causeShape...]}; not changed
     * @param context arrays named by {@link #contextShapes()}
     * @return the states in time, the last frame at the time of the effect; empty where the simulator has no time
     * @throws IllegalArgumentException if a shape does not fit; the message names both shapes
     */
    default Optional<Evolution> evolve(INDArray x, Context context) {
        return Optional.empty();
    }

    /**
     * Offers this physics for a GPU. The source defines
     *
     * <pre>
     * __device__ void simulate(const real* x, real* y, const double* tables, double* work)
     * __device__ void simulate_adjoint(const real* x, const real* cotangent, real* gradient, const double* tables, double* work)
     * </pre>
     *
     * as {@link #simulate} and {@link #adjoint} do for one example. Physics that needs a context cannot be offered yet.
     *
     * @return the code, empty where there is none
     */
    default Optional<DeviceCode> simulatorCode() {
        return Optional.empty();
    }
}
