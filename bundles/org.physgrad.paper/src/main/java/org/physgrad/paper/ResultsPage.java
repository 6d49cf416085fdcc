package org.physgrad.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.visuals.chart.Legend;

/** Makes {@code RESULTS.md}: each claim of the paper beside the number that was measured, with pictures. */
public final class ResultsPage {

    private final Catalog catalog;
    private final ResultsFolder results;
    private final PageFolder page;

    /**
     * Prepares the page.
     *
     * @param catalog the installed parts, which compute what needs no training
     * @param results the runs
     * @param page where the page goes
     */
    public ResultsPage(Catalog catalog, ResultsFolder results, PageFolder page) {
        this.catalog = catalog;
        this.results = results;
        this.page = page;
    }

    /**
     * Measures, draws, and writes the page.
     *
     * @throws IOException if runs cannot be read or the page cannot be written
     */
    public void write() throws IOException {
        Map<Training, List<Runs>> runs = new LinkedHashMap<>();
        for (Training training : Training.ALL) {
            runs.put(training, results.runs(catalog, training));
        }
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                "Figure 1: L = x1^2 + x2^4 from (3, 3)", new Trajectories().compute(catalog, results, page)));
        for (Map.Entry<Training, List<Runs>> entry : runs.entrySet()) {
            sections.add(section(entry.getKey(), entry.getValue()));
        }
        sections.add(Section.of("Figure 12: iteration times", IterationTimes.of(runs, page)));
        sections.add(Section.of("Over all", new Findings(List.of(), List.of(Overall.decide(runs)))));
        MarkdownPage text = new MarkdownPage();
        text.introduction();
        text.summary(sections);
        text.machines(Machine.rows(runs.values().stream().flatMap(List::stream).toList()));
        sections.forEach(text::section);
        page.write("RESULTS.md", text.toString());
    }

    private Section section(Training training, List<Runs> runs) throws IOException {
        List<Gallery> galleries = new ArrayList<>();
        List<Result> claims = new ArrayList<>();
        for (Runs scale : runs) {
            galleries.addAll(curves(training, scale));
        }
        for (Runs scale : runs) {
            var fields = ExampleFields.draw(catalog, page, training, scale);
            if (fields.isPresent()) {
                galleries.add(fields.get());
                break;
            }
        }
        for (Computation computation : training.single()) {
            Findings findings = computation.compute(catalog, results, page);
            galleries.addAll(findings.galleries());
            claims.addAll(findings.results());
        }
        training.claims().forEach(claim -> claims.add(claim.decide(runs)));
        return new Section(training.title(), galleries, claims, runs);
    }

    private List<Gallery> curves(Training training, Runs runs) throws IOException {
        List<Gallery> galleries = new ArrayList<>();
        LearningCurves curves = new LearningCurves(training, runs);
        boolean manySeeds = runs.sweep().jobs(runs.methods().get(0)).size() > 2;
        if (runs.summary().groups().isEmpty()) {
            return galleries;
        }
        String name = "curves-" + training.sweep() + "-" + runs.scale();
        galleries.add(Gallery.of(
                page.draw(name, curves.medians(!manySeeds)),
                "Scale %s: `%s` (%s), median over seeds%s, smoothed by the mean over the last %d iterations or the last tenth of them, whichever is fewer."
                        .formatted(
                                runs.scale(),
                                training.metric(),
                                training.axis(),
                                manySeeds ? "" : " and their range",
                                runs.sweep().window())));
        if (manySeeds) {
            List<String> files = new ArrayList<>();
            for (String seed : curves.seeds()) {
                files.add(page.drawHalf(name + "-seed-" + seed, curves.ofSeed(seed), Legend.NONE));
            }
            galleries.add(Gallery.pairs(
                    files,
                    "Scale %s, each seed by itself: running mean over %d iterations, as in the paper; colours as above."
                            .formatted(runs.scale(), runs.sweep().window())));
        }
        return galleries;
    }
}
