package org.physgrad.report.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.api.visual.Appearance;
import org.physgrad.report.TestRuns;
import org.physgrad.report.figures.CurveFigure;
import org.physgrad.report.runs.Comparison.Goal;
import org.physgrad.sweeps.Band;
import org.physgrad.visuals.chart.ChartPainter;
import org.physgrad.visuals.chart.Curve;
import org.physgrad.visuals.chart.CurveStyle;

/** Groups of seeds, tables at iterations, and iterations to reach, of runs whose numbers are known. */
class ComparisonTest {

    /** Fast runs measure (10 + seed) / iteration, slow ones ten times that. */
    private static final int ITERATIONS = 40;

    @TempDir
    private Path folder;

    private final List<String> fast = List.of("fast-0", "fast-1", "fast-2");

    @BeforeEach
    void write() throws IOException {
        for (int seed = 2; seed >= 0; seed--) {
            double scale = 10 + seed;
            TestRuns.write(folder.resolve("fast-" + seed), "0.1", seed, ITERATIONS, at -> scale / at);
        }
        TestRuns.write(folder.resolve("slow"), "0.01", 0, ITERATIONS, at -> 100.0 / at);
    }

    @Test
    void runsThatDifferInTheirSeedAreOneGroup() throws IOException {
        List<RunGroup> groups = groups("fast-2", "slow", "fast-0", "fast-1");
        assertEquals(List.of("0.1", "0.01"), groups.stream().map(RunGroup::name).toList());
        assertEquals(
                List.of(0L, 1L, 2L),
                groups.get(0).runs().stream().map(ReportedRun::seed).toList());
        assertEquals("0.1", groups.get(0).settings().get("optimizer.learningRate"));
        assertFalse(groups.get(0).settings().containsKey("seed"), "differs within the group");
    }

    @Test
    void anIterationIsLookedAtOverSeeds() throws IOException {
        MetricCurves curves = curves(groups("fast-0", "fast-1", "fast-2"), 1).get(0);
        Band band = curves.at(20).orElseThrow();
        assertEquals(0.5, band.min());
        assertEquals(0.55, band.median());
        assertEquals(0.6, band.max());
        assertEquals(Optional.empty(), curves.at(ITERATIONS + 1));
    }

    @Test
    void theRunningMeanCoversATenthAtFirst() throws IOException {
        MetricCurves curves = curves(groups("slow"), 3).get(0);
        assertEquals(100.0 / 10, curves.at(10).orElseThrow().median());
        assertEquals((100.0 / 19 + 100.0 / 20) / 2, curves.at(20).orElseThrow().median(), 1e-12);
        assertEquals(
                (100.0 / 38 + 100.0 / 39 + 100.0 / 40) / 3,
                curves.at(40).orElseThrow().median(),
                1e-12);
    }

    @Test
    void theFirstIterationAtOrBelowAValueCounts() throws IOException {
        Reach reach = curves(groups("fast-0", "fast-1", "fast-2"), 1).get(0).reach(1.0);
        assertEquals(List.of(10, 11, 12), reach.iterations());
        assertTrue(reach.byAll());
        assertEquals(5.5, reach.time().orElseThrow().median(), "11 iterations of half a second");
        Reach never = curves(groups("slow"), 1).get(0).reach(1.0);
        assertFalse(never.byAll());
        assertEquals(Optional.empty(), never.iteration());
    }

    @Test
    void goalsAreTheEndsOfTheGroupsTheWorstFirst() throws IOException {
        Comparison comparison = new Comparison(groups("fast-0", "fast-1", "fast-2", "slow"), List.of(), 1);
        List<Goal> goals = comparison.goals("x_l1");
        assertEquals(
                List.of(100.0 / 40, 11.0 / 40), goals.stream().map(Goal::value).toList());
        assertEquals("end of 0.01", goals.get(0).reason());
        assertEquals(List.of(1, 10, 40), comparison.landmarks());
    }

    @Test
    void aRunThatDivergedIsInfinitelyBadFromThereOn() throws IOException {
        TestRuns.write(folder.resolve("bad"), "0.1", 3, 10, at -> 5.0 / at);
        TestRuns.end(folder.resolve("bad"), "{\"event\":\"diverged\",\"iteration\":10}\n");
        MetricCurves curves = curves(groups("fast-0", "bad"), 1).get(0);
        assertEquals(0.75, curves.at(10).orElseThrow().median());
        assertEquals(Double.POSITIVE_INFINITY, curves.at(11).orElseThrow().max());
        assertEquals(2, curves.at(11).orElseThrow().count());
    }

    @Test
    void aRunThatGoesOnCountsAsFarAsItIs() throws IOException {
        TestRuns.write(folder.resolve("open"), "0.1", 3, 10, at -> 5.0 / at);
        TestRuns.end(folder.resolve("open"), "{\"event\":\"started\"}\n");
        List<RunGroup> groups = groups("fast-0", "open");
        assertEquals(1, curves(groups, 1).get(0).at(11).orElseThrow().count());
        List<String> remarks = Remarks.of(groups.get(0).runs());
        assertTrue(
                remarks.get(0).contains("has not ended") && remarks.get(0).contains("iteration 10 of 10"),
                remarks::toString);
    }

    @Test
    void aBrokenLineIsSaidAndWhatStandsBeforeItCounts() throws IOException {
        Path table = folder.resolve("slow").resolve("metrics.csv");
        Files.writeString(table, Files.readString(table).replace("\n5,", "\nfive,"));
        ReportedRun run = RunReader.read(List.of(folder.resolve("slow"))).get(0);
        assertEquals(4, run.iterations());
        assertTrue(run.notes().get(0).contains("line 6"), run.notes()::toString);
    }

    @Test
    void theTrainingLossIsComparedOnlyIfAskedFor() throws IOException {
        assertEquals(List.of("x_l1"), new Comparison(groups("fast-0", "slow"), List.of(), 1).metrics());
        assertEquals(List.of("x_l1", "train_loss"), new Comparison(groups("slow"), List.of(), 1).metrics());
        List<RunGroup> groups = groups("fast-0", "slow");
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> new Comparison(groups, List.of("x_l3"), 1));
        assertTrue(e.getMessage().contains("no run measured 'x_l3'; there are x_l1, train_loss"), e.getMessage());
    }

    @Test
    void foldersWithoutARunAreRefused() {
        assertRefused("nowhere", "does not exist");
        assertRefused(".", "is no run folder");
        assertRefused("slow/metrics.csv", "is a file");
    }

    @Test
    void aRunWithoutAnIterationIsNothingToReport() throws IOException {
        Files.writeString(folder.resolve("slow").resolve("metrics.csv"), "");
        assertRefused("slow", "no measured iteration");
    }

    @Test
    void allRunsOfASweepAreTaken() throws IOException {
        Files.writeString(folder.resolve("sweep.json"), "{}");
        assertEquals(
                fast.size() + 1,
                RunReader.read(List.of(folder, folder.resolve("slow"))).size());
    }

    @Test
    void validationsAreLookedAtOverTheSeedsThatWereMeasured() throws IOException {
        Files.writeString(folder.resolve("fast-0/validation.csv"), "iteration,x_l1\n10,3.0\n20,1.0\n");
        Files.writeString(folder.resolve("fast-1/validation.csv"), "iteration,x_l1\n10,5.0\n20,NaN\n");
        RunGroup group = groups("fast-0", "fast-1", "fast-2").get(0);
        ValidationCurve curve = ValidationCurve.of(group, "x_l1");
        assertEquals(List.of(10, 20), List.copyOf(curve.bands().keySet()));
        assertEquals(4.0, curve.bands().get(10).median());
        assertEquals(5.0, curve.bands().get(10).max());
        assertEquals(1.0, curve.bands().get(20).median(), "an undefined value counts");
        assertTrue(ValidationCurve.of(group, "train_loss").bands().isEmpty());
        CurveFigure figure = CurveFigure.of("x_l1", new Comparison(List.of(group), List.of(), 1).curves("x_l1"));
        Curve drawn = figure.chart(Appearance.LIGHT).curves().get(1);
        assertEquals("rates/0.1, validation", drawn.name());
        assertEquals(CurveStyle.Pattern.DASHED, drawn.style().orElseThrow().pattern());
        assertEquals(
                ChartPainter.colour(0, Appearance.LIGHT),
                drawn.style().orElseThrow().colour());
    }

    private void assertRefused(String name, String reason) {
        IOException e = assertThrows(IOException.class, () -> RunReader.read(List.of(folder.resolve(name))));
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }

    private List<RunGroup> groups(String... names) throws IOException {
        return Grouping.of(
                RunReader.read(List.of(names).stream().map(folder::resolve).toList()));
    }

    private static List<MetricCurves> curves(List<RunGroup> groups, int window) {
        return new Comparison(groups, List.of(), window).curves("x_l1");
    }
}
