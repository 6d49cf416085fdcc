package org.physgrad.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.physgrad.sweeps.Band;

/** The words and tables of {@code RESULTS.md}. */
final class MarkdownPage {

    private static final List<Integer> ITERATIONS = List.of(10, 35, 60, 100, 200, 300, 1000, 5000, 10000, 20000);

    private final StringBuilder text = new StringBuilder();

    void introduction() {
        text.append("""
                # The paper, measured again

                What "Physical Gradients for Deep Learning" (Holl, Koltun, Thuerey) claims, beside what PhysGrad measures. Written by `physgrad paper` from its runs and from
                computations that it makes itself; no number is typed by hand.

                """);
    }

    void summary(List<Section> sections) {
        text.append("## Summary\n\n");
        row("", "claims", "reproduced", "not reproduced", "not run");
        row("---", "---:", "---:", "---:", "---:");
        for (Section section : sections) {
            row(counts(section.title(), List.of(section)));
        }
        row(counts("**all**", sections));
        text.append("""

                How claims are decided:

                - by the most telling scale whose runs have come far enough: `paper` (the sizes of the paper), `medium` (the same sizes, fewer iterations and seeds) or `quick`
                  (smaller batches, fewer iterations); the column "at" names it, with the seeds that count;
                - on medians over seeds of a running mean over the paper's window or a tenth of the iterations so far, whichever is less;
                - a gain counts as reproduced from 80 % of it on, and so does every larger one: what holds more strongly than printed is reproduced. Iterations that a method needs, and
                  times that it costs, may be lower than printed. Where the paper names a value that a method stays at, ours has to lie in the range given;
                - "slows down" compares the fall of the logarithm per iteration before and after the iteration that the paper names. It tells a curve that flattens from an
                  exponential one, and does not prove that the bend is just there.

                """);
    }

    private static String[] counts(String title, List<Section> sections) {
        List<String> cells = new ArrayList<>(List.of(
                title,
                Integer.toString(sections.stream()
                        .mapToInt(section -> section.results().size())
                        .sum())));
        for (Verdict verdict : Verdict.values()) {
            cells.add(Long.toString(sections.stream()
                    .mapToLong(section -> section.count(verdict))
                    .sum()));
        }
        return cells.toArray(String[]::new);
    }

    void machines(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        text.append("Where the runs took place:\n\n");
        table(Machine.columns(), rows);
    }

    void section(Section section) {
        text.append("## ").append(section.title()).append("\n\n");
        section.galleries().forEach(this::gallery);
        table(
                List.of("claim", "reproduced when", "measured", "at", "verdict"),
                section.results().stream()
                        .map(result -> List.of(
                                result.claim(),
                                result.criterion(),
                                result.measured(),
                                result.conditions(),
                                result.verdict().toString()))
                        .toList());
        section.runs().forEach(this::runs);
    }

    private void gallery(Gallery gallery) {
        text.append("<p>\n");
        for (String file : gallery.files()) {
            text.append("<img src=\"%s\" width=\"%d%%\" alt=\"%s\">\n"
                    .formatted(file, gallery.percent(), alternative(file)));
        }
        text.append("</p>\n\n").append(gallery.caption()).append("\n\n");
    }

    /** For those who cannot see the picture: what it is; the caption tells the rest. */
    private static String alternative(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.')).replace('-', ' ');
    }

    /** The runs that there are: how far they are, their error at some iterations, their time per iteration. */
    private void runs(Runs runs) {
        List<Integer> shown = ITERATIONS.stream()
                .filter(i -> runs.methods().stream()
                        .anyMatch(method -> runs.error(method, i).isPresent()))
                .toList();
        text.append("Scale `%s`, `%s` by iteration, median (smallest to largest where there are several seeds):\n\n"
                .formatted(runs.scale(), runs.metric()));
        List<String> head = new ArrayList<>(List.of("method", "seeds", "iterations", "s per iteration"));
        shown.forEach(iteration -> head.add("at " + iteration));
        List<List<String>> rows = new ArrayList<>();
        for (String method : runs.methods()) {
            List<String> cells = new ArrayList<>(List.of(
                    method,
                    runs.seeds(method, runs.summary().runs(method).size()).replaceFirst(" seeds?$", ""),
                    runs.progress(method),
                    runs.seconds(method)
                            .map(seconds -> Claims.number(seconds.median()))
                            .orElse("")));
            shown.forEach(iteration -> cells.add(cell(runs.error(method, iteration))));
            rows.add(cells);
        }
        table(head, rows);
        if (runs.methods().stream().anyMatch(method -> runs.progress(method).contains(" of "))) {
            text.append(
                    "Runs of which only a part of the iterations is there were in progress or cut off when this page was written.\n\n");
        }
    }

    private static String cell(Optional<Band> error) {
        return error.map(band -> Claims.number(band.median())
                        + (band.count() > 1
                                ? " (" + Claims.number(band.min()) + " to " + Claims.number(band.max()) + ")"
                                : ""))
                .orElse("");
    }

    private void table(List<String> head, List<List<String>> rows) {
        row(head.toArray(String[]::new));
        row(head.stream().map(name -> "---").toArray(String[]::new));
        rows.forEach(cells -> row(cells.toArray(String[]::new)));
        text.append('\n');
    }

    private void row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
