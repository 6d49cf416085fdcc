package org.physgrad.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.sweeps.Band;

/** Writes {@code RESULTS.md}: each claim of the paper beside the number that was measured. */
public final class ResultsPage {

    private static final List<Computation> COMPUTATIONS =
            List.of(new Trajectories(), new SineGradients(), new SingleProblems());

    private final Catalog catalog;
    private final ResultsFolder folder;
    private final StringBuilder text = new StringBuilder();

    /**
     * Prepares the page.
     *
     * @param catalog the installed parts, which compute what needs no training
     * @param folder the runs, and where the page goes
     */
    public ResultsPage(Catalog catalog, ResultsFolder folder) {
        this.catalog = catalog;
        this.folder = folder;
    }

    /**
     * Measures, and writes the page.
     *
     * @throws IOException if runs cannot be read or the page cannot be written
     */
    public void write() throws IOException {
        text.append("""
                # The paper, measured again

                Written by `physgrad paper` from the runs below and from computations that it makes itself; no number is typed by hand. Each claim is decided by the
                most telling scale whose runs have come far enough: `paper` (the sizes of the paper), `medium` (the same sizes, fewer iterations and seeds), `quick` (smaller
                batches and fewer iterations). Errors are medians over seeds of a running mean, over the paper's window or a tenth of the iterations, whichever is less. A claimed
                gain counts as reproduced from 80 % of it on.

                """);
        for (Computation computation : COMPUTATIONS) {
            section(computation.title(), computation.compute(catalog, folder));
        }
        for (Training training : Training.ALL) {
            List<Runs> runs = new ArrayList<>();
            for (String scale : ResultsFolder.SCALES) {
                folder.runs(catalog, scale, training).ifPresent(runs::add);
            }
            section(
                    training.title(),
                    training.claims().stream().map(claim -> claim.decide(runs)).toList());
            runs.forEach(this::table);
        }
        folder.write("RESULTS.md", text.toString());
    }

    private void section(String title, List<Result> results) {
        text.append("## ").append(title).append("\n\n");
        row("claim", "reproduced when", "measured", "at", "verdict");
        row("---", "---", "---", "---", "---");
        for (Result result : results) {
            row(
                    result.claim(),
                    result.criterion(),
                    result.measured(),
                    result.conditions(),
                    result.verdict().toString());
        }
        text.append('\n');
    }

    /** The runs that there are: how far they are, their error at some iterations, their time per iteration. */
    private void table(Runs runs) {
        List<Integer> iterations = List.of(10, 35, 60, 100, 200, 300, 1000, 5000, 10000, 20000);
        List<String> methods = runs.summary().groups();
        List<Integer> shown = iterations.stream()
                .filter(i -> methods.stream()
                        .anyMatch(method -> runs.error(method, i).isPresent()))
                .toList();
        text.append("Scale `")
                .append(runs.scale())
                .append("`, `")
                .append(runs.metric())
                .append("` by iteration, median (smallest to largest where there are several seeds):\n\n");
        List<String> head = new ArrayList<>(List.of("method", "seeds", "iterations", "s per iteration"));
        shown.forEach(iteration -> head.add("at " + iteration));
        row(head.toArray(String[]::new));
        row(head.stream().map(name -> "---").toArray(String[]::new));
        for (String method : methods) {
            List<String> cells = new ArrayList<>(List.of(
                    method,
                    Integer.toString(runs.summary().runs(method).size()),
                    Integer.toString(runs.iterations(method)),
                    runs.seconds(method).isPresent()
                            ? Claims.number(runs.seconds(method).getAsDouble())
                            : ""));
            shown.forEach(iteration -> cells.add(cell(runs.error(method, iteration))));
            row(cells.toArray(String[]::new));
        }
        text.append('\n');
    }

    private static String cell(Optional<Band> error) {
        return error.map(band -> Claims.number(band.median())
                        + (band.count() > 1
                                ? " (" + Claims.number(band.min()) + " to " + Claims.number(band.max()) + ")"
                                : ""))
                .orElse("");
    }

    private void row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
