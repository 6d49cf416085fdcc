package org.physgrad.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.physgrad.api.RandomStreams;
import org.physgrad.check.Clause;
import org.physgrad.check.GradientReport;
import org.physgrad.math.PhiloxStreams;

/** Makes tests of what checks found. */
final class ContractTests {

    /** Examples, enough to tell whether they influence each other. */
    static final int BATCH = 4;

    private static final int SEED = 3;

    private ContractTests() {}

    /** The random numbers of all contracts; a failure can be repeated. */
    static RandomStreams random() {
        System.out.println("seed " + SEED);
        return new PhiloxStreams(SEED, 0);
    }

    static Stream<DynamicTest> of(List<Clause> clauses) {
        return clauses.stream()
                .map(clause ->
                        DynamicTest.dynamicTest(clause.text(), () -> assertFalse(clause.failed(), clause::detail)));
    }

    static Stream<DynamicTest> ofGradients(List<GradientReport> reports) {
        return reports.stream()
                .map(report -> DynamicTest.dynamicTest(
                        "gradient of the " + report.subject(), () -> assertTrue(report.passed(), report::toString)));
    }
}
