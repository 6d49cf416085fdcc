package org.physgrad.report;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.physgrad.api.Problem;
import org.physgrad.api.visual.Appearance;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.catalog.PartException;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.files.WholeFile;
import org.physgrad.report.figures.CurveFigure;
import org.physgrad.report.figures.Example;
import org.physgrad.report.figures.Examples;
import org.physgrad.report.figures.FileNames;
import org.physgrad.report.figures.Picture;
import org.physgrad.report.figures.TimeFigure;
import org.physgrad.report.page.PageContent;
import org.physgrad.report.page.PageWriter;
import org.physgrad.report.page.Tabulated;
import org.physgrad.report.runs.Comparison;
import org.physgrad.report.runs.Grouping;
import org.physgrad.report.runs.Remarks;
import org.physgrad.report.runs.ReportedRun;
import org.physgrad.report.runs.RunGroup;
import org.physgrad.report.runs.RunReader;
import org.physgrad.visuals.chart.ChartFormat;

/**
 * Compares runs: those that differ in their seed alone are one experiment with a band. The page is one file that needs nothing else, figures are files of their own.
 *
 * <pre>{@code
 * RunReport.of(catalog, List.of(Path.of("runs/heat"), Path.of("runs/heat-adam")), ReportOptions.DEFAULT).write(Path.of("report.html"));
 * }</pre>
 *
 * <p>Takes as long as loading the network of each experiment; may be used on any thread.
 */
public final class RunReport {

    /** The paper's running mean. */
    private static final int WINDOW = 64;

    /** The same where x is a single number, whose values scatter most. */
    private static final int WINDOW_OF_NUMBERS = 1000;

    private static final int FIGURE_WIDTH = 800;
    private static final int FIGURE_HEIGHT = 500;

    private final PageContent content;

    private RunReport(PageContent content) {
        this.content = content;
    }

    /**
     * Reads runs and asks their networks for examples.
     *
     * @param catalog the installed parts; where parts of a run are missing, its report has no pictures
     * @param folders folders of runs, or of sweeps, whose runs are all taken; also of runs that go on
     * @param options what to look at
     * @return the report
     * @throws IOException if a folder holds no run, or nothing was measured in any; the message is for people
     * @throws IllegalArgumentException if no run measured one of the metrics that are asked for; the message names those there are
     */
    public static RunReport of(Catalog catalog, List<Path> folders, ReportOptions options) throws IOException {
        List<ReportedRun> runs = RunReader.read(folders);
        List<String> notes = new ArrayList<>(Remarks.of(runs));
        List<RunGroup> groups = Grouping.of(runs);
        int window = options.window().orElseGet(() -> window(catalog, groups.get(0)));
        Comparison comparison = new Comparison(groups, options.metrics(), window);
        Examples artist = new Examples(catalog, notes::add);
        List<Example> examples = new ArrayList<>();
        for (RunGroup group : comparison.groups()) {
            artist.of(group, examples.size() + 1).ifPresent(examples::add);
        }
        return new RunReport(new PageContent(
                comparison,
                comparison.metrics().stream()
                        .map(metric -> CurveFigure.of(metric, comparison.curves(metric)))
                        .toList(),
                comparison.groups().size() > 1 ? Optional.of(TimeFigure.of(comparison)) : Optional.empty(),
                examples,
                options.at(),
                options.reach(),
                window,
                notes));
    }

    /** What is unusual about the runs and what could not be drawn, in words for people. */
    public List<String> notes() {
        return content.notes();
    }

    /**
     * Writes the page: one HTML file, whole or not at all.
     *
     * @param file where to; one that exists is replaced
     * @throws IOException if it cannot be written; the message is for people
     */
    public void write(Path file) throws IOException {
        PageWriter writer = new PageWriter(content);
        WholeFile.write(file, writer::write);
    }

    /**
     * Writes figures and tables as files of their own: learning curves in each of the formats, pictures of examples for PNG, tables for CSV.
     *
     * @param folder where to; made if it is missing, files of the same names are replaced
     * @param formats the formats
     * @return the files
     * @throws IOException if they cannot be written; the message is for people
     */
    public List<Path> writeFigures(Path folder, Set<ChartFormat> formats) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (ChartFormat format : formats) {
            for (CurveFigure figure : content.figures()) {
                Path file = folder.resolve("curves-" + FileNames.of(figure.metric()) + "." + format.extension());
                WholeFile.write(
                        file,
                        out -> format.write(
                                figure.chart(Appearance.LIGHT.withPixelScale(2)), FIGURE_WIDTH, FIGURE_HEIGHT, out));
                files.add(file);
            }
        }
        if (formats.contains(ChartFormat.PNG)) {
            files.addAll(writePictures(folder));
        }
        if (formats.contains(ChartFormat.CSV)) {
            files.addAll(writeTables(folder));
        }
        return files;
    }

    private List<Path> writePictures(Path folder) throws IOException {
        List<Picture> pictures = new ArrayList<>(content.time().stream().toList());
        for (Example example : content.examples()) {
            pictures.addAll(example.pictures());
            example.relief().ifPresent(pictures::add);
        }
        List<Path> files = new ArrayList<>();
        for (Picture picture : pictures) {
            Path file = folder.resolve(picture.name() + ".png");
            WholeFile.write(file, out -> ImageIO.write(picture.light(), "png", out));
            files.add(file);
        }
        return files;
    }

    private List<Path> writeTables(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Tabulated table : new PageWriter(content).tables()) {
            Path file = folder.resolve(FileNames.of(table.name()) + ".csv");
            WholeFile.write(file, out -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                table.content().writeTo(writer);
                writer.flush();
            });
            files.add(file);
        }
        return files;
    }

    private static int window(Catalog catalog, RunGroup group) {
        try {
            Experiment experiment = new ExperimentReader(catalog)
                    .read(group.first().experiment().deepCopy());
            try (Part<Problem> problem = catalog.create(
                    Kind.PROBLEM,
                    experiment.problem().type(),
                    experiment.problem().values())) {
                boolean numbers = problem.get().simulator().causeShape().length == 0;
                return numbers ? WINDOW_OF_NUMBERS : WINDOW;
            }
        } catch (InvalidExperimentException | PartException e) {
            return WINDOW; // a part is missing; the report says so where it misses the pictures
        }
    }
}
