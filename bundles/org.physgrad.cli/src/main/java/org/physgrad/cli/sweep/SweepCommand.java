package org.physgrad.cli.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.physgrad.cli.CommandException;
import org.physgrad.cli.ExitCode;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.sweeps.SlurmScript;
import org.physgrad.sweeps.Sweep;
import org.physgrad.sweeps.SweepFolder;
import org.physgrad.sweeps.SweepReader;
import picocli.CommandLine.Command;
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

    @Option(names = "--jobs", paramLabel = "N", defaultValue = "1", description = "jobs at the same time (default: 1)")
    private int jobs;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "processor threads of each job (default: an equal share of the processors)")
    private Integer threads;

    @Option(names = "--launcher", defaultValue = "local", description = "local or slurm (default: local)")
    private Launcher launcher;

    @Option(names = "--dry-run", description = "check all jobs, write the folder and the Slurm script, start nothing")
    private boolean dryRun;

    @Option(names = "--json", description = "print one JSON object per event")
    private boolean json;

    SweepCommand(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Integer call() throws Exception {
        if (jobs < 1 || (threads != null && threads < 1)) {
            throw new CommandException(ExitCode.USAGE, "--jobs and --threads must be at least 1", null);
        }
        int share = threads != null ? threads : Math.max(1, Runtime.getRuntime().availableProcessors() / jobs);
        Sweep sweep = read(share);
        SweepFolder folder = prepare(sweep, out != null ? out : Path.of("sweeps", sweep.name()));
        if (launcher == Launcher.slurm) {
            return submit(sweep, folder, share);
        }
        if (dryRun) {
            spec.commandLine().getOut().println(sweep.jobs().size() + " jobs in " + folder.path() + ", none started");
            return ExitCode.DONE;
        }
        return new LocalSweep(
                        sweep,
                        folder,
                        new SweepProgress(sweep, spec.commandLine().getOut(), json))
                .run(jobs, share);
    }

    private Sweep read(int share) {
        try {
            return new SweepReader(catalog).read(file, Optional.ofNullable(scale), share);
        } catch (NoSuchFileException e) {
            throw new CommandException(ExitCode.INPUT_FILE, "there is no file " + e.getFile() + "; check the path", e);
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT_FILE, file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private SweepFolder prepare(Sweep sweep, Path path) {
        try {
            return SweepFolder.prepare(path, sweep, catalog);
        } catch (IOException e) {
            throw new CommandException(ExitCode.USAGE, e.getMessage() + "; choose another folder with --out", e);
        }
    }

    private int submit(Sweep sweep, SweepFolder folder, int share) throws IOException, InterruptedException {
        Path absolute = folder.path().toAbsolutePath().normalize();
        String script = SlurmScript.of(sweep, LocalSweep.program().toString(), absolute.toString(), share, jobs);
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
