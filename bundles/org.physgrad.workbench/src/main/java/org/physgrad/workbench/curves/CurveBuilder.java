package org.physgrad.workbench.curves;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentWriter;
import org.physgrad.visuals.chart.Curve;

/** Makes curves of runs. */
final class CurveBuilder {

    /** Share of the runs below a band and above it: half of them lie within. */
    private static final double QUANTILE = 0.25;

    private CurveBuilder() {}

    /** Makes the curves of the runs that measure the metric, in the order of the runs. */
    static List<Curve> build(List<RunCurve> runs, CurveSettings settings) {
        List<RunCurve> measuring = runs.stream()
                .filter(run -> run.metrics().rows() > 0 && run.metrics().names().contains(settings.metric()))
                .toList();
        if (!settings.bands()) {
            return measuring.stream().map(run -> curve(run, settings)).toList();
        }
        Map<JsonObject, List<RunCurve>> groups = new LinkedHashMap<>();
        measuring.forEach(run -> groups.computeIfAbsent(withoutSeed(run.experiment()), key -> new ArrayList<>())
                .add(run));
        return groups.values().stream().map(group -> joined(group, settings)).toList();
    }

    private static Curve joined(List<RunCurve> group, CurveSettings settings) {
        List<Curve> curves = group.stream().map(run -> curve(run, settings)).toList();
        return curves.size() == 1
                ? curves.get(0)
                : Curve.ofSeeds(group.get(0).name() + " and " + (curves.size() - 1) + " more", curves, QUANTILE);
    }

    private static Curve curve(RunCurve run, CurveSettings settings) {
        return Curve.of(
                        run.name(),
                        settings.axis().of(run.metrics()),
                        run.metrics().column(settings.metric()))
                .smoothed(settings.window());
    }

    /** What has to be the same in runs that differ by chance alone. */
    private static JsonObject withoutSeed(Experiment experiment) {
        JsonObject json = ExperimentWriter.toJson(experiment);
        List.of("name", "seed", "iterations", "checkpointEvery").forEach(json::remove);
        return json;
    }
}
