package org.physgrad.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.physgrad.api.visual.Range;
import org.physgrad.sweeps.Band;
import org.physgrad.visuals.chart.BarChart;
import org.physgrad.visuals.chart.BarChart.Bar;

/** Figure 12: how long an iteration takes with each method. */
final class IterationTimes {

    /** What times are shown in. */
    private enum Unit {
        SECONDS(1, "s"),
        MILLISECONDS(1000, "ms");

        private final double perSecond;
        private final String symbol;

        Unit(double perSecond, String symbol) {
            this.perSecond = perSecond;
            this.symbol = symbol;
        }
    }

    private IterationTimes() {}

    static Findings of(Map<Training, List<Runs>> runs, PageFolder page) throws IOException {
        List<String> files = new ArrayList<>();
        List<Result> results = new ArrayList<>();
        for (Map.Entry<Training, List<Runs>> entry : runs.entrySet()) {
            Training training = entry.getKey();
            training.iterationTimes().forEach(claim -> results.add(claim.decide(entry.getValue())));
            Optional<BarChart> chart = entry.getValue().stream()
                    .map(scale -> chart(training, scale))
                    .filter(found -> found.bars().size() > 1)
                    .findFirst();
            if (chart.isPresent()) {
                files.add(page.draw("figure-12-" + training.sweep(), chart.get()));
            }
        }
        List<Gallery> galleries = files.isEmpty()
                ? List.of()
                : List.of(Gallery.pairs(
                        files,
                        "Figure 12: processor time of one iteration, generation of the data included: median and quartiles of means over the paper's window in the second"
                                + " half of each run."));
        return new Findings(galleries, results);
    }

    private static BarChart chart(Training training, Runs runs) {
        List<Bar> bars = new ArrayList<>();
        boolean quick = runs.methods().stream()
                .flatMap(name -> runs.seconds(name).stream())
                .allMatch(seconds -> seconds.median() < 0.1);
        Unit unit = quick ? Unit.MILLISECONDS : Unit.SECONDS;
        for (String name : runs.methods()) {
            runs.seconds(name)
                    .map(seconds -> bar(Method.of(name), seconds, unit))
                    .ifPresent(bars::add);
        }
        return new BarChart(
                training.sweep() + ", scale " + runs.scale(),
                "processor time of one iteration [" + unit.symbol + "]",
                bars,
                PageFolder.APPEARANCE);
    }

    private static Bar bar(Method method, Band seconds, Unit unit) {
        return new Bar(
                method.label(),
                method.colour(),
                seconds.median() * unit.perSecond,
                new Range(seconds.lower() * unit.perSecond, seconds.upper() * unit.perSecond),
                Claims.number(seconds.median() * unit.perSecond) + " " + unit.symbol);
    }
}
