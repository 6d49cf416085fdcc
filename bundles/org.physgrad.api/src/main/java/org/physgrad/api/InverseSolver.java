package org.physgrad.api;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An inverse solver x = P^-1(y* | x0, y0) (paper, section 2): improves a guess x0 whose effect is y0. Examples of a batch are independent: what
 * goes wrong with one leaves the others as they are.
 */
@ConsumerType
public interface InverseSolver {

    /** Start of the component factory name of every inverse solver; the type name follows. */
    String FACTORY = "org.physgrad.solver/";

    /**
     * Says why this solver cannot serve a problem, such as a missing second derivative.
     *
     * @param problem the problem
     * @return the reason, as a clause that can follow "because"; empty if it can serve the problem
     */
    default Optional<String> refuses(Problem problem) {
        return Optional.empty();
    }

    /**
     * Improves a guess.
     *
     * @param task what to solve
     * @param x0 the guesses, {@code [batch, causeShape...]}; not changed
     * @param y0 their effects P(x0), {@code [batch, effectShape...]}; not changed
     * @return the improved causes, a fresh array that the caller may free, with what is known of each
     */
    Solution solve(InverseTask task, INDArray x0, INDArray y0);

    /**
     * Offers this solver for a GPU. The source defines
     *
     * <pre>
     * __device__ void solve(const real* target, const real* x0, const real* y0, real* x, const double* tables, double* work)
     * </pre>
     *
     * as {@link #solve} does for one example; it may call what {@link Simulator#simulatorCode} and {@link Loss#lossCode} define.
     *
     * @param problem the problem
     * @return the code, empty where there is none
     */
    default Optional<DeviceCode> solverCode(Problem problem) {
        return Optional.empty();
    }
}
