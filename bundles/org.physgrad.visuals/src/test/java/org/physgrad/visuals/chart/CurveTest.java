package org.physgrad.visuals.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.physgrad.api.visual.Range;

class CurveTest {

    private static Curve curve(double... y) {
        return Curve.of(
                "run", IntStream.rangeClosed(1, y.length).asDoubleStream().toArray(), y);
    }

    @Test
    void smoothingIsTheRunningMeanOfWholeWindowsAndKeepsTheRawCurve() {
        Curve raw = curve(1, 2, 6, 3);
        Curve smooth = raw.smoothed(3);
        assertArrayEquals(new double[] {3, 4}, smooth.x());
        assertArrayEquals(new double[] {3, 11.0 / 3}, smooth.y(), 1e-15);
        assertArrayEquals(new double[] {1, 2, 6, 3}, raw.y());
        assertArrayEquals(new double[] {3}, raw.smoothed(64).y(), "a short curve is averaged as a whole");
    }

    @Test
    void seedsBecomeTheirMedianWithABandOfQuantiles() {
        Curve joined = Curve.ofSeeds("all", List.of(curve(1, 10), curve(2, 30), curve(5, 20, 7)), 0.25);
        assertArrayEquals(new double[] {2, 20}, joined.y());
        assertArrayEquals(new double[] {1.5, 15}, joined.low());
        assertArrayEquals(new double[] {3.5, 25}, joined.high());
        Curve whole = Curve.ofSeeds("all", List.of(curve(1), curve(2), curve(5)), 0);
        assertArrayEquals(new double[] {1}, whole.low());
        assertArrayEquals(new double[] {5}, whole.high());
    }

    @Test
    void thinningOutKeepsTheExtremesOfEveryPixelColumn() {
        long seed = 7;
        System.out.println("seed " + seed);
        double[] y = new Random(seed).doubles(10_000, 1, 2).toArray();
        y[5_000] = 1000;
        y[7_777] = -1;
        Curve curve = curve(y);
        Decimation linear = Decimation.of(curve.x(), y, Scale.LINEAR, Scale.LINEAR, new Range(1, 10_000), 500);
        assertTrue(linear.x().length <= 1006, linear.x().length + " points");
        assertEquals(1000, DoubleStream.of(linear.y()).max().orElseThrow());
        assertEquals(-1, DoubleStream.of(linear.y()).min().orElseThrow());
        Decimation log = Decimation.of(curve.x(), y, Scale.LOG, Scale.LOG, new Range(1, 10_000), 500);
        assertEquals(1000, DoubleStream.of(log.y()).max().orElseThrow());
        assertTrue(DoubleStream.of(log.y()).allMatch(value -> value > 0), "a log axis shows no negative value");
    }

    @Test
    void refusesWhatIsNoCurve() {
        assertThrows(IllegalArgumentException.class, () -> Curve.of("a", new double[2], new double[1]));
        assertThrows(IllegalArgumentException.class, () -> Curve.of("a", new double[] {2, 1}, new double[2]));
        assertThrows(IllegalArgumentException.class, () -> curve(1).smoothed(0));
        assertThrows(IllegalArgumentException.class, () -> Curve.ofSeeds("a", List.of(), 0.25));
    }
}
