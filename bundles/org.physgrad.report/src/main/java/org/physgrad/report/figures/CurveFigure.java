package org.physgrad.report.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.physgrad.api.visual.Appearance;
import org.physgrad.report.runs.MetricCurves;
import org.physgrad.report.runs.ValidationCurve;
import org.physgrad.sweeps.Band;
import org.physgrad.sweeps.Summary;
import org.physgrad.visuals.chart.Chart;
import org.physgrad.visuals.chart.Chart.ChartAxis;
import org.physgrad.visuals.chart.Curve;
import org.physgrad.visuals.chart.Scale;
import org.physgrad.visuals.chart.ValidationStyle;

/**
 * The learning curves of one metric, for all groups.
 *
 * @param metric name of the metric
 * @param curves the curve of each group that measured it, by name of the group
 * @param validation for each of those curves, what was measured with examples kept from training; without points where nothing was
 */
public record CurveFigure(String metric, List<Curve> curves, List<Curve> validation) {

    /** From this many seeds on, half of them say more than all. */
    private static final int SEEDS_FOR_QUARTILES = 4;

    /** Makes the curves. */
    public static CurveFigure of(String metric, List<MetricCurves> groups) {
        return new CurveFigure(
                metric,
                groups.stream().map(CurveFigure::curve).toList(),
                groups.stream()
                        .map(group -> curve(ValidationCurve.of(group.group(), metric)))
                        .toList());
    }

    /**
     * Draws the curves over logarithmic axes; one that has values of zero and below only is drawn evenly.
     *
     * @param appearance colours and sizes
     * @return the chart
     */
    public Chart chart(Appearance appearance) {
        Scale up = curves.stream().anyMatch(curve -> Arrays.stream(curve.y()).anyMatch(value -> value > 0))
                ? Scale.LOG
                : Scale.LINEAR;
        List<Curve> drawn = new ArrayList<>(curves);
        for (int group = 0; group < validation.size(); group++) {
            if (validation.get(group).size() > 0) {
                drawn.add(ValidationStyle.beside(group, validation.get(group), appearance));
            }
        }
        return new Chart("", ChartAxis.of("iteration", Scale.LOG), ChartAxis.of(metric, up), drawn, appearance);
    }

    /**
     * Leaves out points that lie so close on a logarithmic axis that nobody sees them.
     *
     * @param even number of points that stay besides, evenly spaced, for an even axis
     * @return a few hundred points for each curve, and the even ones
     */
    public CurveFigure thinned(int even) {
        return new CurveFigure(
                metric, curves.stream().map(curve -> thinned(curve, even)).toList(), validation);
    }

    private static Curve thinned(Curve curve, int even) {
        NavigableSet<Integer> shown = Summary.logarithmic(curve.size());
        for (int k = 1; k <= even; k++) {
            shown.add(Math.max(1, (int) ((long) curve.size() * k / even)));
        }
        int[] points = shown.stream().mapToInt(iteration -> iteration - 1).toArray();
        double[] x = at(curve.x(), points);
        double[] y = at(curve.y(), points);
        return curve.hasBand()
                ? Curve.ofBand(curve.name(), x, y, at(curve.low(), points), at(curve.high(), points))
                : Curve.of(curve.name(), x, y);
    }

    private static double[] at(double[] values, int[] points) {
        return IntStream.of(points).mapToDouble(point -> values[point]).toArray();
    }

    /**
     * Words what the band around the curve of a group means.
     *
     * @param seeds the number of runs in a group
     * @return the words, empty for a single run
     */
    public static String bandWords(int seeds) {
        return seeds < 2 ? "" : seeds < SEEDS_FOR_QUARTILES ? "smallest to largest" : "quartiles";
    }

    private static Curve curve(MetricCurves group) {
        List<Band> bands = IntStream.rangeClosed(1, group.iterations())
                .mapToObj(group::at)
                .flatMap(Optional::stream)
                .toList();
        double[] x = IntStream.rangeClosed(1, bands.size()).asDoubleStream().toArray();
        return curve(group.group().name(), group.seeds(), x, bands);
    }

    private static Curve curve(ValidationCurve group) {
        double[] x = group.bands().keySet().stream()
                .mapToDouble(Integer::doubleValue)
                .toArray();
        List<Band> bands = List.copyOf(group.bands().values());
        return curve(
                ValidationStyle.name(group.group().name()), group.group().runs().size(), x, bands);
    }

    private static Curve curve(String name, int seeds, double[] x, List<Band> bands) {
        double[] median = values(bands, Band::median);
        if (seeds < 2) {
            return Curve.of(name, x, median);
        }
        boolean quartiles = seeds >= SEEDS_FOR_QUARTILES;
        return Curve.ofBand(
                name,
                x,
                median,
                values(bands, quartiles ? Band::lower : Band::min),
                values(bands, quartiles ? Band::upper : Band::max));
    }

    private static double[] values(List<Band> bands, ToDoubleFunction<Band> value) {
        return bands.stream().mapToDouble(value).toArray();
    }
}
