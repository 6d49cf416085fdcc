package org.physgrad.cli.arrays;

import java.util.List;
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

        /** Checks its contract, unless it cannot serve the problem. */
        Served check(T part, Problem problem, CheckRequest request);
    }

    /**
     * What came of a part and a problem.
     *
     * @param clauses the clauses of the contract, none if it was refused
     * @param note what the part was checked with beside the problem, or why it refused it, in words that follow the problem's name
     */
    record Served(List<Clause> clauses, String note) {

        static Served refused(String reason) {
            return new Served(List.of(), ": refused because " + reason);
        }

        static Served by(List<Clause> clauses) {
            return new Served(clauses, "");
        }
    }

    @Override
    public boolean run(String type, T part, CheckRequest request) {
        boolean passed = true;
        int served = 0;
        for (String name : request.problems()) {
            try (Part<Problem> problem = request.problem(name)) {
                Served result = service.check(part, problem.get(), request);
                request.out().println(name + result.note());
                passed &= request.print(result.clauses());
                served += result.clauses().isEmpty() ? 0 : 1;
            }
        }
        if (served == 0) {
            throw new CommandException(
                    ExitCode.FAILED, type + " serves none of these problems, so there is nothing to check", null);
        }
        return passed;
    }
}
