package org.physgrad.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What claims decide for curves whose numbers are known. */
class ClaimsTest {

    private static final String THREE_TIMES = "Physical gradients are 3 times better than Adam at iteration 60";
    private static final String SLOWDOWN = "Adam slows down after about 200 iterations";

    @TempDir
    private Path path;

    private RecordedRuns runs;

    @BeforeEach
    void prepare() {
        runs = new RecordedRuns(path);
    }

    @Test
    void claimsAreDecidedByTheMostTellingRunsThatReachThem() throws IOException {
        runs.add("quick", "adam", 600, i -> 8);
        runs.add("quick", "sgd", 600, i -> 4);
        runs.add("quick", "physical-gradient", 600, i -> 2);
        runs.add("paper", "adam", 70, i -> i > 54 && i <= 60 ? 6 : 9);
        runs.add("paper", "physical-gradient", 70, i -> 1);
        // At iteration 60 of the larger scale: the mean of the errors of iterations 55 to 60 is 6.
        assertEquals(
                new Result(
                        THREE_TIMES,
                        "adam / physical-gradient at least 2.6",
                        "6 / 1 = 6 at 60",
                        "paper, 1 seed",
                        Verdict.REPRODUCED),
                runs.decide(THREE_TIMES));
        Result sgd = runs.decide("Adam is more accurate than SGD (here after 300 iterations or more)");
        assertEquals("4 / 8 = 0.5 at 600", sgd.measured());
        assertEquals("quick, 1 seed", sgd.conditions());
        assertEquals(Verdict.NOT_REPRODUCED, sgd.verdict());
        assertEquals(
                Verdict.NOT_RUN,
                runs.decide("10 times better after 5000 iterations").verdict());
    }

    @Test
    void aGainCountsFromEightyPercentOnAndWhatIsMoreIsReproduced() throws IOException {
        runs.add("quick", "physical-gradient", 100, i -> 1);
        runs.add("quick", "adam", 100, i -> 90);
        assertEquals(Verdict.REPRODUCED, runs.decide(THREE_TIMES).verdict());
        runs.add("quick", "adam", 100, i -> 2.61);
        assertEquals(Verdict.REPRODUCED, runs.decide(THREE_TIMES).verdict());
        runs.add("quick", "adam", 100, i -> 2.59);
        assertEquals(Verdict.NOT_REPRODUCED, runs.decide(THREE_TIMES).verdict());
    }

    @Test
    void aSlowdownComparesRatesBeforeAndAfter() throws IOException {
        runs.add("quick", "adam", 400, i -> Math.exp(-0.02 * Math.min(i, 200)));
        runs.add("quick", "sgd", 600, i -> Math.exp(-0.02 * i));
        assertEquals(Verdict.REPRODUCED, runs.decide(SLOWDOWN).verdict());
        assertEquals(
                Verdict.NOT_REPRODUCED,
                runs.decide("SGD slows down after about 300 iterations").verdict());
    }

    @Test
    void aNearlyExponentialCurveIsTheContraryOfASlowdown() throws IOException {
        String claim = "The curve of physical gradients is nearly exponential";
        runs.add("quick", "physical-gradient", 400, i -> Math.exp(-0.02 * i));
        assertEquals(Verdict.REPRODUCED, runs.decide(claim).verdict());
        runs.add("quick", "physical-gradient", 400, i -> 1.0 / i);
        assertEquals(Verdict.NOT_REPRODUCED, runs.decide(claim).verdict());
    }

    @Test
    void aRunThatIsStillOnItsWayHasNotFailedToCatchUp() throws IOException {
        Claim claim = Claims.catchesUp("soon as good", "physical-gradient", 80, "adam", 1000);
        runs.add("quick", "adam", 1000, i -> 5);
        runs.add("quick", "physical-gradient", 90, i -> 9);
        assertEquals(Verdict.NOT_RUN, runs.decide(claim).verdict());
        runs.add("quick", "physical-gradient", 100, i -> 9);
        assertEquals(Verdict.NOT_REPRODUCED, runs.decide(claim).verdict());
        runs.add("quick", "physical-gradient", 60, i -> 4);
        assertEquals(Verdict.REPRODUCED, runs.decide(claim).verdict());
    }

    /** What takes minutes is read from a table; a descent that is shorter than the paper's can only refute. */
    @Test
    void aShortDescentOfASingleFluidProblemCannotConfirm() throws IOException {
        StringBuilder table = new StringBuilder("iteration,gradient-descent,physical-gradient\n");
        for (int k = 0; k <= 200; k++) {
            table.append("%d,%d,%d\n".formatted(k, 60000 - k, k == 0 ? 60000 : 1500));
        }
        Path file = path.resolve("quick/fluid-single.csv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, table);
        Findings findings =
                new FluidSolvers().compute(RecordedRuns.CATALOG, runs.folder(), new PageFolder(path.resolve("page")));
        Result physical = findings.results().get(0);
        assertEquals("60000 at first, 1500 at 100, 1500 at 200", physical.measured());
        assertEquals(Verdict.REPRODUCED, physical.verdict());
        assertEquals(Verdict.NOT_RUN, findings.results().get(1).verdict());
    }

    @Test
    void aDescentThatDivergesConfirmsNothing() throws IOException {
        StringBuilder table = new StringBuilder("iteration,gradient-descent,physical-gradient\n");
        for (int k = 0; k <= 20000; k++) {
            table.append("%d,%s,%s\n".formatted(k, k < 2000 ? "60000" : "1e36", k <= 200 ? "1500" : "NaN"));
        }
        Path file = path.resolve("quick/fluid-single.csv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, table);
        Findings findings =
                new FluidSolvers().compute(RecordedRuns.CATALOG, runs.folder(), new PageFolder(path.resolve("page")));
        assertEquals(Verdict.NOT_REPRODUCED, findings.results().get(1).verdict());
    }

    @Test
    void numbersAreShort() {
        assertEquals("0.5", Claims.number(0.5));
        assertEquals("1.50e-06", Claims.number(1.5e-6));
        assertEquals("3290", Claims.number(3289.7));
        assertEquals("100", Claims.number(100));
        assertEquals("0", Claims.number(0));
    }
}
