package org.physgrad.cli.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.physgrad.cli.CommandException;
import org.physgrad.cli.ExitCode;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.files.FileFailure;
import org.physgrad.sweeps.SlurmScript;
import org.physgrad.sweeps.Sweep;
import org.physgrad.sweeps.SweepFolder;
import org.physgrad.sweeps.SweepReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs every combination of a sweep file, or goes on with them. */
@Command(
        name = "sweep",
        description = {
            "Runs every combination of a sweep file; summary.csv gives median and scatter over seeds.",
            "The same command on the same folder goes on where it was left."
        })
final class SweepCommand implements Callable<Integer> {

    /** Where the jobs run. */
    enum Launcher {
        local,
        slurm
    }

    private final Catalog catalog;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the sweep, a JSON file")
    private Path file;

    @Option(names = "--out", paramLabel = "DIR", description = "the sweep folder (default: sweeps/NAME)")
    private Path out;

    @Option(names = "--scale", paramLabel = "NAME", description = "one of the file's scales")
    private String scale;

    @Mixin
    private JobOptions jobs;

    @Option(names = "--launcher", defaultValue = "local", description = "local or slurm (default: local)")
    private Launcher launcher;

    @Option(names = "--dry-run", description = "check all jobs, write the folder and the Slurm script, start nothing")
    private boolean dryRun;

    SweepCommand(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Integer call() throws Exception {
        jobs.check();
        Sweep sweep = read();
        SweepFolder folder = JobOptions.prepare(out != null ? out : Path.of("sweeps", sweep.name()), sweep, catalog);
        if (launcher == Launcher.slurm) {
            return submit(sweep, folder);
        }
        if (dryRun) {
            spec.commandLine().getOut().println(sweep.jobs().size() + " jobs in " + folder.path() + ", none started");
            return ExitCode.DONE;
        }
        return jobs.run(sweep, folder);
    }

    private Sweep read() {
        if (!Files.isRegularFile(file)) {
            throw new CommandException(ExitCode.INPUT_FILE, "there is no file " + file + "; check the path", null);
        }
        try {
            return new SweepReader(catalog).read(file, Optional.ofNullable(scale), jobs.threads());
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT_FILE, file + " cannot be read: " + FileFailure.reason(e), e);
        }
    }

    private int submit(Sweep sweep, SweepFolder folder) throws IOException, InterruptedException {
        Path absolute = folder.path().toAbsolutePath().normalize();
        String script = SlurmScript.of(
                sweep, LocalSweep.program().toString(), absolute.toString(), jobs.threads(), jobs.jobs());
        folder.write("slurm.sh", script);
        Path path = absolute.resolve("slurm.sh");
        if (dryRun) {
            spec.commandLine().getOut().println(path + " is written; submit it with: sbatch " + path);
            return ExitCode.DONE;
        }
        try {
            return new ProcessBuilder("sbatch", path.toString())
                                    .inheritIO()
                                    .start()
                                    .waitFor()
                            == 0
                    ? ExitCode.DONE
                    : ExitCode.FAILED;
        } catch (IOException e) {
            String hint = Files.exists(path) ? "; the script is kept: " + path : "";
            throw new CommandException(
                    ExitCode.FAILED,
                    "sbatch cannot be started: is Slurm installed here? (" + e.getMessage() + ")" + hint,
                    e);
        }
    }
}
