package org.physgrad.cli.arrays;

import java.util.List;
import java.util.Optional;
import org.physgrad.api.Problem;
import org.physgrad.check.Clause;
import org.physgrad.cli.CommandException;
import org.physgrad.cli.ExitCode;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;

/**
 * Checks parts that serve problems, on every problem that they do not refuse.
 *
 * @param kind the kind
 * @param service how such a part serves a problem
 */
record ServingCheck<T>(Kind<T> kind, Service<T> service) implements PartCheck<T> {

    /** How a part serves a problem. */
    interface Service<T> {

        /** Says why it cannot. */
        Optional<String> refuses(T part, Problem problem);

        /** Checks its contract. */
        List<Clause> check(T part, Problem problem, CheckRequest request);
    }

    @Override
    public boolean run(String type, T part, CheckRequest request) {
        boolean passed = true;
        int served = 0;
        for (String name : request.problems()) {
            try (Part<Problem> problem = request.problem(name)) {
                Optional<String> reason = service.refuses(part, problem.get());
                if (reason.isPresent()) {
                    request.out().println(name + ": refused because " + reason.get());
                } else {
                    served++;
                    request.out().println(name);
                    passed &= request.print(service.check(part, problem.get(), request));
                }
            }
        }
        if (served == 0) {
            throw new CommandException(
                    ExitCode.FAILED, type + " serves none of these problems, so there is nothing to check", null);
        }
        return passed;
    }
}
