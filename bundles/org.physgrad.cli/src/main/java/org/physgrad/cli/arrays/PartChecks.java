package org.physgrad.cli.arrays;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.NetworkFactory;
import org.physgrad.api.Problem;
import org.physgrad.check.Clause;
import org.physgrad.check.ExecutorCheck;
import org.physgrad.check.NetworkCheck;
import org.physgrad.check.OptimizerCheck;
import org.physgrad.check.SolverCheck;
import org.physgrad.check.VisualCheck;
import org.physgrad.engine.catalog.Kind;

/** The checks of all kinds of parts that have one. */
final class PartChecks {

    static final List<PartCheck<?>> ALL = List.of(
            new ProblemPartCheck(),
            new ServingCheck<>(Kind.SOLVER, new Solving()),
            new ServingCheck<>(Kind.NETWORK, new Answering()),
            new SchemePartCheck(),
            new PlainCheck<>(Kind.OPTIMIZER, (optimizer, request) -> OptimizerCheck.run(optimizer)),
            new PlainCheck<>(
                    Kind.EXECUTOR,
                    (executor, request) -> ExecutorCheck.run(executor, request.batch(), request.random())),
            new PlainCheck<>(Kind.VISUAL, (visual, request) -> VisualCheck.run(visual)));

    private PartChecks() {}

    /** Checks parts that need nothing else. */
    private record PlainCheck<T>(Kind<T> kind, BiFunction<T, CheckRequest, List<Clause>> contract)
            implements PartCheck<T> {
        @Override
        public boolean run(String type, T part, CheckRequest request) {
            return request.print(contract.apply(part, request));
        }
    }

    private static final class Solving implements ServingCheck.Service<InverseSolver> {
        @Override
        public Optional<String> refuses(InverseSolver solver, Problem problem) {
            return solver.refuses(problem);
        }

        @Override
        public List<Clause> check(InverseSolver solver, Problem problem, CheckRequest request) {
            return SolverCheck.run(solver, problem, request.batch(), request.random());
        }
    }

    private static final class Answering implements ServingCheck.Service<NetworkFactory> {
        @Override
        public Optional<String> refuses(NetworkFactory network, Problem problem) {
            return network.refuses(problem.inputShape(), problem.outputShape());
        }

        @Override
        public List<Clause> check(NetworkFactory network, Problem problem, CheckRequest request) {
            return NetworkCheck.run(
                    network, problem.inputShape(), problem.outputShape(), request.batch(), request.random());
        }
    }
}
