package org.physgrad.cli.arrays;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.Problem;
import org.physgrad.api.TrainingScheme;
import org.physgrad.check.Clause;
import org.physgrad.check.SchemeCheck;
import org.physgrad.cli.arrays.ServingCheck.Served;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.catalog.PartType;
import org.physgrad.engine.experiment.PartReader;

/** Checks training schemes; those that need a solver get the first that serves the problem. */
final class SchemeService implements ServingCheck.Service<TrainingScheme> {

    @Override
    public Served check(TrainingScheme scheme, Problem problem, CheckRequest request) {
        Optional<String> reason = reason(scheme, problem, Optional.empty());
        if (reason.isEmpty()) {
            return Served.by(clauses(scheme, problem, Optional.empty(), request));
        }
        for (PartType solver : request.catalog().types(Kind.SOLVER)) {
            try (Part<InverseSolver> part = PartReader.make(request.catalog(), Kind.SOLVER, solver.name(), Map.of())) {
                Optional<InverseSolver> used = Optional.of(part.get());
                if (part.get().refuses(problem).isEmpty()
                        && reason(scheme, problem, used).isEmpty()) {
                    return new Served(clauses(scheme, problem, used, request), " with " + solver.name());
                }
            }
        }
        return Served.refused(reason.get());
    }

    private static Optional<String> reason(TrainingScheme scheme, Problem problem, Optional<InverseSolver> solver) {
        return scheme.learnsFromCauses(solver) && !problem.knowsCause()
                ? Optional.of("the problem knows no true causes to learn from")
                : scheme.refuses(problem, solver);
    }

    private static List<Clause> clauses(
            TrainingScheme scheme, Problem problem, Optional<InverseSolver> solver, CheckRequest request) {
        return SchemeCheck.run(scheme, problem, solver, request.batch(), request.random());
    }
}
