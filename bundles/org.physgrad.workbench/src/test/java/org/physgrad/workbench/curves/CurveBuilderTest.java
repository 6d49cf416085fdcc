package org.physgrad.workbench.curves;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.physgrad.api.visual.Appearance;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.PartSpec;
import org.physgrad.engine.run.RunMetrics;
import org.physgrad.visuals.chart.ChartPainter;
import org.physgrad.visuals.chart.Curve;
import org.physgrad.visuals.chart.CurveStyle;

/** The curves that the window draws of runs. */
class CurveBuilderTest {

    private static final CurveSettings RAW = new CurveSettings("x_l1", RunAxis.ITERATION, false, true, 1, false);

    @Test
    void aCurveHasTheValuesOfItsRun() {
        Curve curve = CurveBuilder.build(List.of(run("heat", 0, 4, 2, 1)), RAW).get(0);
        assertArrayEquals(new double[] {1, 2, 3}, curve.x());
        assertArrayEquals(new double[] {4, 2, 1}, curve.y());
    }

    @Test
    void wallTimeIsThatOfAllIterationsSoFar() {
        CurveSettings settings = new CurveSettings("x_l1", RunAxis.WALL_TIME, false, true, 1, false);
        Curve curve =
                CurveBuilder.build(List.of(run("heat", 0, 4, 2, 1)), settings).get(0);
        assertArrayEquals(new double[] {0.5, 1, 1.5}, curve.x());
    }

    @Test
    void smoothingIsARunningMeanOverTheRawData() {
        CurveSettings settings = new CurveSettings("x_l1", RunAxis.ITERATION, false, true, 2, false);
        Curve curve =
                CurveBuilder.build(List.of(run("heat", 0, 4, 2, 1)), settings).get(0);
        assertArrayEquals(new double[] {3, 1.5}, curve.y(), 1e-12);
        assertArrayEquals(new double[] {4, 2, 1}, curve.raw().orElseThrow().y(), "the raw data stay behind it");
    }

    @Test
    void runsThatDifferInTheirSeedAloneBecomeOneCurveWithABand() {
        CurveSettings settings = new CurveSettings("x_l1", RunAxis.ITERATION, false, true, 1, true);
        List<Curve> curves = CurveBuilder.build(
                List.of(run("heat", 0, 1, 1), run("heat", 1, 3, 3), run("heat", 2, 8, 8), run("poisson", 0, 5, 5)),
                settings);
        assertEquals(2, curves.size());
        assertTrue(curves.get(0).hasBand());
        assertEquals(3, curves.get(0).y()[0], "median");
        assertFalse(curves.get(1).hasBand());
    }

    @Test
    void aBandNamesAllRunsThatAreInIt() {
        CurveSettings settings = new CurveSettings("x_l1", RunAxis.ITERATION, false, true, 1, true);
        RunCurve first = run("heat", 0, 1, 1);
        RunCurve other = run("poisson", 0, 5, 5);
        RunCurve second = run("heat", 1, 3, 3);
        assertEquals(
                List.of(List.of(first, second), List.of(other)),
                CurveBuilder.groups(List.of(first, other, second), settings));
    }

    @Test
    void validationsAreDashedInTheColourOfTheirRun() {
        List<RunCurve> runs = List.of(run("heat", 0, 9, 9), validated(run("poisson", 0, 5, 5, 5, 5), 2, 4, 6));
        CurveSettings settings = new CurveSettings("x_l1", RunAxis.WALL_TIME, false, true, 2, false);
        List<Curve> curves = ValidationCurves.build(runs, settings, Appearance.LIGHT);
        assertEquals(1, curves.size());
        assertArrayEquals(new double[] {1, 2}, curves.get(0).x());
        assertArrayEquals(new double[] {20, 40}, curves.get(0).y(), "a validation is not smoothed");
        CurveStyle style = curves.get(0).style().orElseThrow();
        assertEquals(CurveStyle.Pattern.DASHED, style.pattern());
        assertEquals(ChartPainter.colour(1, Appearance.LIGHT), style.colour());
    }

    @Test
    void validationsOfSeedsAreJoinedAsTheirRunsAre() {
        CurveSettings settings = new CurveSettings("x_l1", RunAxis.ITERATION, false, true, 1, true);
        List<RunCurve> runs =
                List.of(validated(run("heat", 0, 1, 1), 2), validated(run("heat", 1, 3, 3), 2), run("heat", 2, 8, 8));
        List<Curve> curves = ValidationCurves.build(runs, settings, Appearance.LIGHT);
        assertEquals(1, curves.size());
        assertEquals("heat0, validation and 1 more", curves.get(0).name());
    }

    @Test
    void aRunWithoutTheMetricHasNoCurve() {
        CurveSettings settings = new CurveSettings("v0_l1", RunAxis.ITERATION, false, true, 1, false);
        assertEquals(List.of(), CurveBuilder.build(List.of(run("heat", 0, 4)), settings));
    }

    private static RunCurve run(String problem, long seed, double... values) {
        double[][] columns = {new double[values.length], new double[values.length], values};
        for (int row = 0; row < values.length; row++) {
            columns[0][row] = row + 1;
            columns[1][row] = 0.5;
        }
        PartSpec part = new PartSpec(problem, Map.of());
        Experiment experiment = new Experiment(
                problem + seed,
                part,
                part,
                new Experiment.Training(part, Optional.empty(), 0, "sum"),
                part,
                1,
                values.length,
                seed,
                "auto",
                0,
                100,
                Optional.empty());
        return new RunCurve(
                problem + seed,
                experiment,
                RunMetrics.of(List.of("iteration", "wall_s", "x_l1"), columns, values.length),
                RunMetrics.EMPTY);
    }

    /** The same run with validations; one after an iteration that has not come yet does not count. */
    private static RunCurve validated(RunCurve run, double... iterations) {
        double[] values =
                Arrays.stream(iterations).map(iteration -> 10 * iteration).toArray();
        RunMetrics table =
                RunMetrics.of(List.of("iteration", "x_l1"), new double[][] {iterations, values}, values.length);
        return new RunCurve(run.name(), run.experiment(), run.metrics(), table);
    }
}
