package org.physgrad.report.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.physgrad.report.figures.CurveFigure;
import org.physgrad.report.figures.Example;
import org.physgrad.report.figures.Picture;
import org.physgrad.report.page.Page.CurveView;
import org.physgrad.report.page.Page.ExampleView;
import org.physgrad.report.page.Page.ReliefView;
import org.physgrad.report.runs.Comparison;
import org.physgrad.report.runs.Comparison.Goal;
import org.physgrad.report.runs.ReportedRun;
import org.physgrad.report.runs.RunGroup;

/** Writes the page: one file that needs nothing else. */
public final class PageWriter {

    private static final int PICTURE_WIDTH = 260;
    private static final int BARS_WIDTH = 760;

    private final PageContent content;

    /**
     * Makes a writer.
     *
     * @param content what to write
     */
    public PageWriter(PageContent content) {
        this.content = content;
    }

    /**
     * Writes the page.
     *
     * @param out where to, in UTF-8; stays open
     * @throws IOException if it cannot be written
     */
    public void write(OutputStream out) throws IOException {
        Page page = page();
        Mustache.Compiler compiler =
                Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).withLoader(Resources::reader);
        try (Reader source = Resources.reader("page.html")) {
            Template template = compiler.compile(source);
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            template.execute(page, writer);
            writer.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Gives the tables of the page, for files.
     *
     * @return name of each table and its content as comma-separated values
     */
    public List<Tabulated> tables() {
        ResultTables results = new ResultTables(content.comparison());
        return Stream.of(
                        Stream.of(results.summary()),
                        at(results).stream(),
                        reach(results).stream(),
                        Stream.of(results.cost()),
                        Stream.of(
                                SettingsTables.differences(content.comparison().groups())))
                .flatMap(tables -> tables)
                .filter(table -> !table.isEmpty())
                .map(table -> new Tabulated(table.name(), table::writeCsv))
                .toList();
    }

    private Page page() {
        Comparison comparison = content.comparison();
        List<RunGroup> groups = comparison.groups();
        List<ReportedRun> runs =
                groups.stream().flatMap(group -> group.runs().stream()).toList();
        ResultTables results = new ResultTables(comparison);
        Table differences = SettingsTables.differences(groups);
        return new Page(
                title(groups),
                subtitle(groups, runs),
                !content.notes().isEmpty(),
                content.notes(),
                results.summary(),
                medians(groups),
                smoothing(groups),
                content.figures().stream()
                        .map(figure -> new CurveView(figure.metric(), Image.of(figure)))
                        .toList(),
                at(results),
                reachNote(),
                reach(results),
                results.cost(),
                content.time().stream()
                        .map(picture -> Image.of(picture, BARS_WIDTH))
                        .toList(),
                !content.examples().isEmpty(),
                content.examples().stream().map(PageWriter::view).toList(),
                content.examples().stream()
                        .flatMap(example -> example.relief().stream().map(picture -> relief(example, picture)))
                        .toList(),
                differences,
                differencesNote(groups, differences),
                groups.size() == 1 ? "All settings" : "Settings in common",
                SettingsTables.common(groups),
                EventsTable.of(runs),
                SettingsTables.environment(runs),
                SettingsTables.bundles(runs),
                PlotData.json(content.figures(), content.examples()),
                Resources.packedPlotly(),
                Resources.text("report.css"),
                Resources.text("report.js"));
    }

    private List<Table> at(ResultTables results) {
        List<Integer> chosen = content.at().isEmpty() ? content.comparison().landmarks() : content.at();
        return content.comparison().metrics().stream()
                .map(metric -> results.at(metric, chosen))
                .toList();
    }

    private List<Table> reach(ResultTables results) {
        List<Table> tables = new ArrayList<>();
        for (String metric : content.comparison().metrics()) {
            List<Goal> goals = content.reach().isEmpty()
                    ? content.comparison().goals(metric)
                    : content.reach().stream().map(value -> new Goal(value, "")).toList();
            if (!goals.isEmpty()) {
                tables.add(results.reach(metric, goals));
            }
        }
        return tables;
    }

    private String reachNote() {
        String meaning =
                "The first iteration at which the running mean is at most the value, and the wall time until then. ";
        if (!content.reach().isEmpty()) {
            return meaning + "The values were asked for.";
        }
        return content.comparison().groups().size() == 1
                ? meaning + "The values are those at the end."
                : meaning + "The values are those at which the experiments end (median over seeds), the worst first:"
                        + " each column tells how soon the others are as good.";
    }

    private String smoothing(List<RunGroup> groups) {
        String mean = content.window() == 1
                ? "Every iteration as it was measured."
                : "Running mean over the last " + content.window()
                        + " iterations, at the beginning over a tenth of those so far.";
        String bands = groups.stream()
                .map(group -> CurveFigure.bandWords(group.runs().size()))
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining(" or "));
        String validation = content.figures().stream()
                        .flatMap(figure -> figure.validation().stream())
                        .anyMatch(curve -> curve.size() > 0)
                ? " Dashed: all examples that are kept from training, as the network answers them outside of training."
                : "";
        return bands.isEmpty()
                ? mean + validation
                : mean + " Lines are medians over seeds, bands go from " + bandText(bands) + "." + validation;
    }

    private static String bandText(String words) {
        return words.equals("quartiles")
                ? "the lower to the upper quartile"
                : words.replace("quartiles", "lower to upper quartile");
    }

    private static String medians(List<RunGroup> groups) {
        return groups.stream().anyMatch(group -> group.runs().size() > 1)
                ? "Medians over seeds, below them the smallest and the largest."
                : "";
    }

    private static String title(List<RunGroup> groups) {
        List<String> names = groups.stream().map(RunGroup::name).toList();
        return names.size() <= 3
                ? String.join(", ", names)
                : names.get(0) + ", " + names.get(1) + " and " + (names.size() - 2) + " more";
    }

    private static String subtitle(List<RunGroup> groups, List<ReportedRun> runs) {
        return "Report of " + count(runs.size(), "run") + " of " + count(groups.size(), "experiment") + ".";
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String differencesNote(List<RunGroup> groups, Table differences) {
        if (groups.size() == 1) {
            return "";
        }
        return differences.isEmpty() ? "The experiments have the same settings." : "Everything else is the same.";
    }

    private static ExampleView view(Example example) {
        return new ExampleView(
                words(example),
                example.pictures().stream()
                        .map(picture -> Image.of(picture, PICTURE_WIDTH))
                        .toList());
    }

    private static ReliefView relief(Example example, Picture picture) {
        return new ReliefView(example.group().name() + ": " + picture.title(), Image.of(picture, PICTURE_WIDTH));
    }

    private static String words(Example example) {
        return "%s: seed %d after %d iterations"
                .formatted(
                        example.group().name(),
                        example.run().seed(),
                        example.snapshot().iteration());
    }
}
