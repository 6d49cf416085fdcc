package org.physgrad.paper;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.physgrad.api.visual.Range;
import org.physgrad.visuals.chart.Chart;
import org.physgrad.visuals.chart.Chart.ChartAxis;
import org.physgrad.visuals.chart.Curve;
import org.physgrad.visuals.chart.CurveStyle;
import org.physgrad.visuals.chart.CurveStyle.Pattern;
import org.physgrad.visuals.chart.Scale;

/** The pictures of Figure 1: trajectories over contours of the loss, among causes and among effects. */
final class TrajectoryCharts {

    private static final CurveStyle CONTOUR = new CurveStyle(new Color(0xC4C8CC), 0.8, Pattern.SOLID);
    private static final int CONTOUR_POINTS = 120;

    private final List<Curve> causes = new ArrayList<>();
    private final List<Curve> effects = new ArrayList<>();

    TrajectoryCharts() {
        for (int i = -5; i <= 7; i++) {
            double loss = Math.pow(2, i);
            causes.add(contour(loss, Math.sqrt(Math.sqrt(loss)), x2 -> Math.pow(x2, 4)));
            effects.add(contour(loss, Math.sqrt(loss), y2 -> y2 * y2));
        }
    }

    /**
     * Adds a method.
     *
     * @param method its name, which gives the colour
     * @param label its name in the legend
     * @param line points of many small steps, each x1, x2, y1, y2
     * @param circles points of its iterations
     */
    void add(String method, String label, double[][] line, double[][] circles) {
        CurveStyle style = Method.of(method).style();
        CurveStyle dots = style.with(Pattern.CIRCLES);
        causes.add(path(line, 0).named(label).drawn(style));
        causes.add(path(circles, 0).drawn(dots));
        effects.add(path(line, 2).named(label).drawn(style));
        effects.add(path(circles, 2).drawn(dots));
    }

    Chart causes() {
        return chart("x1", 3.6, "x2", 4.2, causes);
    }

    Chart effects() {
        return chart("y1", 3.6, "y2", 12, effects);
    }

    private static Chart chart(String right, double width, String up, double height, List<Curve> curves) {
        return new Chart(
                "",
                ChartAxis.of(right, Scale.LINEAR).withRange(new Range(0, width)),
                ChartAxis.of(up, Scale.LINEAR).withRange(new Range(0, height)),
                curves,
                PageFolder.APPEARANCE);
    }

    /** Curves go to the right, the methods to the left: their points are turned round. */
    private static Curve path(double[][] points, int column) {
        int last = points.length - 1;
        double[] right = IntStream.rangeClosed(0, last)
                .mapToDouble(k -> points[last - k][column])
                .toArray();
        double[] up = IntStream.rangeClosed(0, last)
                .mapToDouble(k -> points[last - k][column + 1])
                .toArray();
        return Curve.of("", right, up);
    }

    /** The line of a loss in the quarter of positive coordinates: first^2 + share(second) = loss. */
    private static Curve contour(double loss, double height, DoubleUnaryOperator share) {
        double[] up = IntStream.rangeClosed(0, CONTOUR_POINTS)
                .mapToDouble(k -> height * Math.cos(Math.PI / 2 * k / CONTOUR_POINTS))
                .toArray();
        double[] right = IntStream.rangeClosed(0, CONTOUR_POINTS)
                .mapToDouble(k -> Math.sqrt(Math.max(0, loss - share.applyAsDouble(up[k]))))
                .toArray();
        return Curve.of("", right, up).drawn(CONTOUR);
    }
}
