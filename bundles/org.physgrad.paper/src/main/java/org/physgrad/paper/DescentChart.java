package org.physgrad.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.physgrad.api.visual.Range;
import org.physgrad.visuals.chart.Chart;
import org.physgrad.visuals.chart.Chart.ChartAxis;
import org.physgrad.visuals.chart.Curve;
import org.physgrad.visuals.chart.CurveStyle.Pattern;
import org.physgrad.visuals.chart.Scale;

/** Errors of single inverse problems over the iterations of several solvers. */
final class DescentChart {

    /** What diverges is followed so far only, to leave room for the rest. */
    private static final double FAR = 100;

    private final String axis;
    private final Scale iterations;
    private final List<Curve> curves = new ArrayList<>();

    DescentChart(String axis, Scale iterations) {
        this.axis = axis;
        this.iterations = iterations;
    }

    /** Adds the errors before the first iteration, if the axis can show it, and after each. */
    DescentChart add(String method, String label, Pattern pattern, double[] errors) {
        int first = iterations == Scale.LOG ? 1 : 0;
        double[] at = IntStream.range(first, errors.length).asDoubleStream().toArray();
        double[] values = IntStream.range(first, errors.length)
                .mapToDouble(k -> errors[k] < FAR * errors[0] ? errors[k] : Double.NaN)
                .toArray();
        curves.add(Curve.of(label, at, values).drawn(Method.of(method).style().with(pattern)));
        return this;
    }

    /** From zero, so that the axis has round numbers; a logarithmic one has them anyway. */
    private Optional<Range> span() {
        double last = curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.x()))
                .max()
                .orElse(1);
        return iterations == Scale.LINEAR ? Optional.of(new Range(0, last)) : Optional.empty();
    }

    Chart chart() {
        return new Chart(
                "",
                new ChartAxis("iteration", iterations, span()),
                ChartAxis.of(axis, Scale.LOG),
                curves,
                PageFolder.APPEARANCE);
    }
}
