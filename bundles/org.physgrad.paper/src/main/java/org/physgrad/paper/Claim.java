package org.physgrad.paper;

import java.util.List;
import java.util.Optional;

/**
 * Something the paper says of training, and how runs decide on it.
 *
 * @param statement what the paper says
 * @param criterion when we call it reproduced
 * @param test looks at runs
 */
record Claim(String statement, String criterion, Test test) {

    /** Decides from runs. */
    @FunctionalInterface
    interface Test {
        /** Measures; empty if the runs do not hold what it takes. */
        Optional<Measurement> measure(Runs runs);
    }

    /**
     * What was measured.
     *
     * @param text the numbers, for people
     * @param seeds how many seeds they come from, in words
     * @param met whether the criterion is met
     */
    record Measurement(String text, String seeds, boolean met) {}

    /** Decides by the first of several sets of runs that holds what it takes. */
    Result decide(List<Runs> candidates) {
        for (Runs runs : candidates) {
            Optional<Measurement> measurement = test.measure(runs);
            if (measurement.isPresent()) {
                Measurement found = measurement.get();
                return new Result(
                        statement,
                        criterion,
                        found.text(),
                        runs.scale() + ", " + found.seeds(),
                        Verdict.of(found.met()));
            }
        }
        return Result.notRun(statement, criterion);
    }
}
