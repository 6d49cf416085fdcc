package org.physgrad.cli.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.physgrad.cli.CommandException;
import org.physgrad.cli.ExitCode;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.files.FileFailure;
import org.physgrad.paper.FluidDescent;
import org.physgrad.paper.PageFolder;
import org.physgrad.paper.ResultsFolder;
import org.physgrad.paper.ResultsPage;
import org.physgrad.sweeps.Sweep;
import org.physgrad.sweeps.SweepReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the claims of the paper again. */
@Command(
        name = "paper",
        description = {
            "Runs the experiments of the paper and writes RESULTS.md: each claim beside the number measured.",
            "Runs that are finished already are used as they are; the same command goes on where it was left."
        })
final class PaperCommand implements Callable<Integer> {

    private final Catalog catalog;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--scale",
            paramLabel = "NAME",
            defaultValue = "quick",
            description = "quick, medium or paper (default: quick)")
    private String scale;

    @Option(
            names = "--only",
            paramLabel = "SWEEP",
            description = "only this sweep: sine, poisson, heat or fluid; repeatable")
    private List<String> only = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "where runs go, which are large (default: results)")
    private Path out;

    @Option(
            names = "--page",
            paramLabel = "DIR",
            description = "where RESULTS.md and its figures go, which are small (default: the folder of --out)")
    private Path page;

    @Option(names = "--no-run", description = "write RESULTS.md from the runs that there are")
    private boolean noRun;

    @Mixin
    private JobOptions jobs;

    PaperCommand(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Integer call() throws Exception {
        requireKnown("--scale", scale, ResultsFolder.SCALES);
        only.forEach(name -> requireKnown("--only", name, ResultsFolder.sweeps()));
        jobs.check();
        ResultsFolder results = new ResultsFolder(out);
        if (!noRun && (only.isEmpty() || only.contains("fluid"))) {
            solveSingleFluid(results); // first, because trainings may be cut off
        }
        int code = ExitCode.DONE;
        for (String name : ResultsFolder.sweeps()) {
            if (!noRun && code != ExitCode.CANCELLED && (only.isEmpty() || only.contains(name))) {
                int ended = run(name, results.sweep(scale, name));
                code = ended == ExitCode.DIVERGED
                        ? code
                        : Math.max(code, ended); // a method may diverge; the page says so
            }
        }
        PageFolder pageFolder = new PageFolder(page == null ? out : page);
        try {
            new ResultsPage(catalog, results, pageFolder).write();
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT_FILE, FileFailure.describe(e), e);
        }
        spec.commandLine().getOut().println(pageFolder.path().resolve("RESULTS.md") + " is written");
        return code;
    }

    private void solveSingleFluid(ResultsFolder results) {
        try {
            FluidDescent.run(catalog, results, scale);
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT_FILE, FileFailure.describe(e), e);
        }
    }

    private int run(String name, Path folder) throws IOException, InterruptedException {
        Path file = Path.of(System.getProperty("physgrad.home"), "examples", "paper", name + ".json");
        Sweep sweep = new SweepReader(catalog).read(file, Optional.of(scale), jobs.threads());
        return jobs.run(sweep, JobOptions.prepare(folder, sweep, catalog));
    }

    private static void requireKnown(String option, String value, List<String> known) {
        if (!known.contains(value)) {
            throw new CommandException(
                    ExitCode.USAGE, option + " is '" + value + "'; there are " + String.join(", ", known), null);
        }
    }
}
