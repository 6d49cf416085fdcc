package org.physgrad.engine.catalog;

import java.util.List;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.api.NetworkFactory;
import org.physgrad.api.Problem;
import org.physgrad.api.TrainingScheme;
import org.physgrad.api.WeightOptimizer;
import org.physgrad.api.visual.Visual;

/**
 * A kind of part that a run is made of or looked at with.
 *
 * @param name the word for it in messages and listings
 * @param contract the interface that its parts implement
 * @param factory start of the component factory names of its parts; the type name follows
 * @param <T> the contract
 */
public record Kind<T>(String name, Class<T> contract, String factory) {

    /** Problems. */
    public static final Kind<Problem> PROBLEM = new Kind<>("problem", Problem.class, Problem.FACTORY);

    /** Inverse solvers. */
    public static final Kind<InverseSolver> SOLVER = new Kind<>("solver", InverseSolver.class, InverseSolver.FACTORY);

    /** Training schemes. */
    public static final Kind<TrainingScheme> SCHEME =
            new Kind<>("scheme", TrainingScheme.class, TrainingScheme.FACTORY);

    /** Networks. */
    public static final Kind<NetworkFactory> NETWORK =
            new Kind<>("network", NetworkFactory.class, NetworkFactory.FACTORY);

    /** Weight optimizers. */
    public static final Kind<WeightOptimizer> OPTIMIZER =
            new Kind<>("optimizer", WeightOptimizer.class, WeightOptimizer.FACTORY);

    /** Network executors. */
    public static final Kind<NetworkExecutor> EXECUTOR =
            new Kind<>("executor", NetworkExecutor.class, NetworkExecutor.FACTORY);

    /** Visuals, which no experiment names. */
    public static final Kind<Visual> VISUAL = new Kind<>("visual", Visual.class, Visual.FACTORY);

    /** All kinds, in the order in which an experiment names them. */
    public static final List<Kind<?>> ALL = List.of(PROBLEM, NETWORK, SCHEME, SOLVER, OPTIMIZER, EXECUTOR, VISUAL);
}
