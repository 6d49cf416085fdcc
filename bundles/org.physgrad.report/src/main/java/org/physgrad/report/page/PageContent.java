package org.physgrad.report.page;

import java.util.List;
import java.util.Optional;
import org.physgrad.report.figures.CurveFigure;
import org.physgrad.report.figures.Example;
import org.physgrad.report.figures.Picture;
import org.physgrad.report.runs.Comparison;

/**
 * What a page is made of.
 *
 * @param comparison the runs and their numbers
 * @param figures the learning curves, by metric
 * @param time the time that an iteration takes, drawn; empty where there is nothing to compare
 * @param examples answers of the networks, as far as they could be had
 * @param at iterations that tables look at, empty for landmarks
 * @param reach values whose first iteration is looked for, empty for where the runs end
 * @param window iterations of the running mean
 * @param notes what is unusual, in words for people
 */
public record PageContent(
        Comparison comparison,
        List<CurveFigure> figures,
        Optional<Picture> time,
        List<Example> examples,
        List<Integer> at,
        List<Double> reach,
        int window,
        List<String> notes) {

    /** Copies the lists. */
    public PageContent {
        figures = List.copyOf(figures);
        examples = List.copyOf(examples);
        at = List.copyOf(at);
        reach = List.copyOf(reach);
        notes = List.copyOf(notes);
    }
}
