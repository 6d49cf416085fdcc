package org.physgrad.workbench.curves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.physgrad.api.visual.Appearance;
import org.physgrad.visuals.chart.Curve;
import org.physgrad.visuals.chart.ValidationStyle;

/** Makes curves of what runs measured with examples kept from training: dashed, in the colour of the runs' own curves, and never smoothed. */
final class ValidationCurves {

    private ValidationCurves() {}

    /** Makes a curve for each curve of {@link CurveBuilder#build} whose runs have measured the metric. */
    static List<Curve> build(List<RunCurve> runs, CurveSettings settings, Appearance appearance) {
        List<List<RunCurve>> groups = CurveBuilder.groups(runs, settings);
        List<Curve> curves = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            List<Curve> measured = groups.get(group).stream()
                    .filter(run -> run.validation().names().contains(settings.metric()))
                    .map(run -> curve(run, settings))
                    .filter(curve -> curve.size() > 0)
                    .toList();
            if (!measured.isEmpty()) {
                curves.add(ValidationStyle.beside(group, joined(measured), appearance));
            }
        }
        return curves;
    }

    private static Curve joined(List<Curve> curves) {
        return curves.size() == 1
                ? curves.get(0)
                : Curve.ofSeeds(
                        curves.get(0).name() + " and " + (curves.size() - 1) + " more", curves, CurveBuilder.QUANTILE);
    }

    /** The axis knows where an iteration lies, as far as the run has measured iterations. */
    private static Curve curve(RunCurve run, CurveSettings settings) {
        double[] places = settings.axis().of(run.metrics());
        double[] iterations = run.metrics().column("iteration");
        double[] validated = run.validation().column("iteration");
        double[] values = run.validation().column(settings.metric());
        int[] rows = IntStream.range(0, validated.length)
                .filter(row -> Arrays.binarySearch(iterations, validated[row]) >= 0)
                .toArray();
        double[] x = IntStream.of(rows)
                .mapToDouble(row -> places[Arrays.binarySearch(iterations, validated[row])])
                .toArray();
        double[] y = IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
        return Curve.of(ValidationStyle.name(run.name()), x, y);
    }
}
