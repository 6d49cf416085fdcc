package org.physgrad.cli.arrays;

import java.util.List;
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
import org.physgrad.cli.arrays.ServingCheck.Served;
import org.physgrad.engine.catalog.Kind;

/** The checks of all kinds of parts that have one. */
final class PartChecks {

    static final List<PartCheck<?>> ALL = List.of(
            new ProblemPartCheck(),
            new ServingCheck<>(Kind.SOLVER, PartChecks::solver),
            new ServingCheck<>(Kind.NETWORK, PartChecks::network),
            new ServingCheck<>(Kind.SCHEME, new SchemeService()),
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

    private static Served solver(InverseSolver solver, Problem problem, CheckRequest request) {
        return solver.refuses(problem)
                .map(Served::refused)
                .orElseGet(() -> Served.by(SolverCheck.run(solver, problem, request.batch(), request.random())));
    }

    private static Served network(NetworkFactory network, Problem problem, CheckRequest request) {
        long[] input = problem.inputShape();
        long[] output = problem.outputShape();
        return network.refuses(input, output)
                .map(Served::refused)
                .orElseGet(
                        () -> Served.by(NetworkCheck.run(network, input, output, request.batch(), request.random())));
    }
}
