package org.physgrad.cli.arrays;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.physgrad.api.Problem;
import org.physgrad.api.RandomStreams;
import org.physgrad.check.Clause;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.catalog.PartType;
import org.physgrad.engine.experiment.PartReader;

/**
 * What a check is asked for, and where it prints.
 *
 * @param catalog the installed parts
 * @param only name of the problem to check other parts on; all if empty
 * @param batch number of examples
 * @param directions number of random directions per gradient
 * @param random where examples and directions come from
 */
record CheckRequest(
        Catalog catalog, Optional<String> only, int batch, int directions, RandomStreams random, PrintWriter out) {

    /** Names the problems to check other parts on. */
    List<String> problems() {
        return only.map(List::of)
                .orElseGet(() ->
                        catalog.types(Kind.PROBLEM).stream().map(PartType::name).toList());
    }

    /** A problem with default settings. */
    Part<Problem> problem(String name) {
        return PartReader.make(catalog, Kind.PROBLEM, name, Map.of());
    }

    /** Prints clauses; true if all hold. */
    boolean print(List<Clause> clauses) {
        for (Clause clause : clauses) {
            String verdict = switch (clause.verdict()) {
                case PASSED -> "passed";
                case NOTE -> "note  ";
                case FAILED -> "FAILED";
            };
            String detail = clause.detail().isEmpty() ? "" : ": " + clause.detail();
            out.println("   " + verdict + "  " + clause.text() + detail);
        }
        out.flush();
        return clauses.stream().noneMatch(Clause::failed);
    }
}
