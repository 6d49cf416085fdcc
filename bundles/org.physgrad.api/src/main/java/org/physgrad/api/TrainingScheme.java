package org.physgrad.api;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.annotation.versioning.ConsumerType;

/** Decides which gradient dL/dx0 the network is trained with: all schemes of the paper differ in nothing else (section 2, Algorithm 1). */
@ConsumerType
public interface TrainingScheme {

    /** Start of the component factory name of every scheme; the type name follows. */
    String FACTORY = "org.physgrad.scheme/";

    /**
     * What a scheme works with in one iteration.
     *
     * @param problem the problem
     * @param solver the experiment's inverse solver, empty if it names none
     * @param batch the mini-batch
     * @param random random numbers of this iteration
     */
    record Iteration(Problem problem, Optional<InverseSolver> solver, Batch batch, RandomStreams random) {}

    /**
     * What a scheme answers.
     *
     * @param gradient dL/dx0 per example, before the reduction over the batch, {@code [batch, causeShape...]}
     * @param effect y0 = P(x0), {@code [batch, effectShape...]}
     * @param loss the training loss of the scheme, mean over the batch
     * @param solverCalls number of times the inverse solver was called
     */
    record Result(INDArray gradient, INDArray effect, double loss, int solverCalls) {}

    /**
     * Says why this scheme cannot train with these parts, such as a missing inverse solver.
     *
     * @param problem the problem
     * @param solver the experiment's inverse solver, empty if it names none
     * @return the reason, as a clause that can follow "because"; empty if all is there
     */
    Optional<String> refuses(Problem problem, Optional<InverseSolver> solver);

    /**
     * Tells whether the scheme learns from the true causes of the examples. The engine trains only where they are known then: by the problem, or in the files that
     * the examples come from.
     *
     * @param solver the experiment's inverse solver, empty if it names none
     * @return true if every batch has to carry its causes
     */
    default boolean learnsFromCauses(Optional<InverseSolver> solver) {
        return false;
    }

    /**
     * Computes dL/dx0 for a mini-batch of predictions. The arrays of the result are fresh: the caller may free them.
     *
     * @param iteration what to work with
     * @param x0 predicted causes, {@code [batch, causeShape...]}; not changed
     * @return the gradient and what was computed on the way
     */
    Result gradient(Iteration iteration, INDArray x0);

    /**
     * Offers this scheme for a GPU. The source defines
     *
     * <pre>
     * __device__ int scheme(const real* target, const real* x0, real* y0, real* gradient, double* value, const double* tables, double* work)
     * </pre>
     *
     * which writes y0 = P(x0), dL/dx0 and the loss of one example, the same for all threads, and returns how often it called the inverse solver; it may call what the other
     * parts define.
     *
     * @param problem the problem
     * @return the code, empty where there is none
     */
    default Optional<DeviceCode> schemeCode(Problem problem) {
        return Optional.empty();
    }
}
