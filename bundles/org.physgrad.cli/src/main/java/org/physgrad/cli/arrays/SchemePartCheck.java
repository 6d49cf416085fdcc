package org.physgrad.cli.arrays;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.Problem;
import org.physgrad.api.TrainingScheme;
import org.physgrad.check.SchemeCheck;
import org.physgrad.cli.CommandException;
import org.physgrad.cli.ExitCode;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.catalog.PartType;
import org.physgrad.engine.experiment.PartReader;

/** Checks training schemes on every problem that they do not refuse; those that need a solver get the first that serves the problem. */
final class SchemePartCheck implements PartCheck<TrainingScheme> {

    @Override
    public Kind<TrainingScheme> kind() {
        return Kind.SCHEME;
    }

    @Override
    public boolean run(String type, TrainingScheme scheme, CheckRequest request) {
        boolean passed = true;
        boolean served = false;
        for (String name : request.problems()) {
            try (Part<Problem> problem = request.problem(name)) {
                Optional<Boolean> verdict = run(scheme, name, problem.get(), request);
                served |= verdict.isPresent();
                passed &= verdict.orElse(true);
            }
        }
        if (!served) {
            throw new CommandException(
                    ExitCode.FAILED, type + " serves none of these problems, so there is nothing to check", null);
        }
        return passed;
    }

    private Optional<Boolean> run(TrainingScheme scheme, String name, Problem problem, CheckRequest request) {
        Optional<String> reason = reason(scheme, problem, Optional.empty());
        if (reason.isEmpty()) {
            request.out().println(name);
            return Optional.of(check(scheme, problem, Optional.empty(), request));
        }
        List<PartType> solvers = request.catalog().types(Kind.SOLVER);
        for (PartType solver : solvers) {
            try (Part<InverseSolver> part = PartReader.make(request.catalog(), Kind.SOLVER, solver.name(), Map.of())) {
                if (part.get().refuses(problem).isEmpty()
                        && reason(scheme, problem, Optional.of(part.get())).isEmpty()) {
                    request.out().println(name + " with " + solver.name());
                    return Optional.of(check(scheme, problem, Optional.of(part.get()), request));
                }
            }
        }
        request.out().println(name + ": refused because " + reason.get());
        return Optional.empty();
    }

    private static Optional<String> reason(TrainingScheme scheme, Problem problem, Optional<InverseSolver> solver) {
        return scheme.learnsFromCauses(solver) && !problem.knowsCause()
                ? Optional.of("the problem knows no true causes to learn from")
                : scheme.refuses(problem, solver);
    }

    private static boolean check(
            TrainingScheme scheme, Problem problem, Optional<InverseSolver> solver, CheckRequest request) {
        return request.print(SchemeCheck.run(scheme, problem, solver, request.batch(), request.random()));
    }
}
