package org.physgrad.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.files.FileFailure;
import org.physgrad.files.WholeFile;
import org.physgrad.report.ReportOptions;
import org.physgrad.report.RunReport;
import org.physgrad.visuals.chart.ChartFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares runs on one page. */
@Command(
        name = "report",
        description = {
            "Compares runs in one HTML file that needs no network: curves with bands over seeds, tables, pictures, settings, environment.",
            "Runs that differ in their seed alone count as one experiment; also runs that go on can be looked at."
        })
final class ReportCommand implements Callable<Integer> {

    private final Catalog catalog;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", arity = "1..*", description = "folders of runs, or of sweeps for all their runs")
    private List<Path> runs = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "the page (default: report.html, of a single run in its folder)")
    private Path out;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description = "only this metric; repeatable (default: all that were measured)")
    private List<String> metrics = List.of();

    @Option(
            names = "--at",
            paramLabel = "ITERATION",
            split = ",",
            description = "an iteration that the tables show; repeatable (default: powers of ten and the end)")
    private List<Integer> at = List.of();

    @Option(
            names = "--reach",
            paramLabel = "VALUE",
            split = ",",
            description =
                    "a value whose first iteration is looked for; repeatable (default: where each experiment ends)")
    private List<Double> reach = List.of();

    @Option(
            names = "--window",
            paramLabel = "N",
            description = "iterations of the running mean (default: 64, or 1000 where x is a single number)")
    private Integer window;

    @Option(
            names = "--figures",
            paramLabel = "DIR",
            arity = "0..1",
            fallbackValue = "",
            description = "also write figures and tables as files (default folder: figures, beside the page)")
    private String figures;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description = "png, svg, pdf or csv; repeatable (default: all; implies --figures)")
    private Set<ChartFormat> formats = Set.of();

    ReportCommand(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Integer call() {
        Path page = out != null ? out : runs.size() == 1 ? runs.get(0).resolve("report.html") : Path.of("report.html");
        try {
            RunReport report = read(page);
            report.notes().forEach(note -> spec.commandLine().getErr().println("physgrad: " + note));
            report.write(page);
            spec.commandLine().getOut().println(page + " is written");
            if (figures != null || !formats.isEmpty()) {
                writeFigures(report, page);
            }
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT_FILE, FileFailure.describe(e), e);
        }
    }

    private RunReport read(Path page) throws IOException {
        if (out != null || runs.size() > 1) {
            WholeFile.check(page); // before networks are loaded
        }
        try {
            OptionalInt mean = window == null ? OptionalInt.empty() : OptionalInt.of(window);
            return RunReport.of(catalog, runs, new ReportOptions(metrics, at, reach, mean));
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, e.getMessage(), e);
        }
    }

    private void writeFigures(RunReport report, Path page) throws IOException {
        Path folder = figures == null || figures.isEmpty() ? page.resolveSibling("figures") : Path.of(figures);
        Set<ChartFormat> chosen = formats.isEmpty() ? EnumSet.allOf(ChartFormat.class) : formats;
        int files = report.writeFigures(folder, chosen).size();
        spec.commandLine().getOut().println(folder + " holds " + files + " figures and tables");
    }
}
