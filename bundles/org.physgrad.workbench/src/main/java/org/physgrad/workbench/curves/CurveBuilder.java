package org.physgrad.workbench.curves;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.physgrad.engine.experiment.ExperimentWriter;
import org.physgrad.engine.experiment.Replicates;
import org.physgrad.visuals.chart.Curve;

/** Makes curves of runs. */
final class CurveBuilder {

    /** Share of the runs below a band and above it: half of them lie within. */
    static final double QUANTILE = 0.25;

    private CurveBuilder() {}

    /** Makes the curves of the runs that measure the metric, in the order of the runs. */
    static List<Curve> build(List<RunCurve> runs, CurveSettings settings) {
        return groups(runs, settings).stream()
                .map(group -> joined(group, settings))
                .toList();
    }

    /** Tells which runs become one curve, curve by curve as {@link #build} makes them. */
    static List<List<RunCurve>> groups(List<RunCurve> runs, CurveSettings settings) {
        List<RunCurve> measuring = runs.stream()
                .filter(run -> run.metrics().rows() > 0 && run.metrics().names().contains(settings.metric()))
                .toList();
        if (!settings.bands()) {
            return measuring.stream().map(List::of).toList();
        }
        Map<JsonObject, List<RunCurve>> groups = new LinkedHashMap<>();
        measuring.forEach(run -> groups.computeIfAbsent(
                        Replicates.key(ExperimentWriter.toJson(run.experiment())), key -> new ArrayList<>())
                .add(run));
        return List.copyOf(groups.values());
    }

    private static Curve joined(List<RunCurve> group, CurveSettings settings) {
        List<Curve> curves = group.stream().map(run -> curve(run, settings)).toList();
        int window = settings.window();
        if (curves.size() == 1) {
            Curve raw = curves.get(0);
            return window > 1 ? raw.smoothed(window).withRaw(raw) : raw;
        }
        List<Curve> smooth = curves.stream().map(raw -> raw.smoothed(window)).toList();
        return Curve.ofSeeds(group.get(0).name() + " and " + (curves.size() - 1) + " more", smooth, QUANTILE);
    }

    private static Curve curve(RunCurve run, CurveSettings settings) {
        return Curve.of(
                run.name(), settings.axis().of(run.metrics()), run.metrics().column(settings.metric()));
    }
}
