package org.physgrad.cli.sweep;

import java.io.IOException;
import java.nio.file.Path;
import org.physgrad.cli.CommandException;
import org.physgrad.cli.ExitCode;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.files.FileFailure;
import org.physgrad.sweeps.Sweep;
import org.physgrad.sweeps.SweepFolder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How the jobs of sweeps run. */
final class JobOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--jobs", paramLabel = "N", defaultValue = "1", description = "jobs at the same time (default: 1)")
    private int jobs;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "processor threads of each job (default: an equal share of the processors)")
    private Integer threads;

    @Option(names = "--json", description = "print one JSON object per event")
    private boolean json;

    /** Refuses numbers that make no sense, before any work is done. */
    void check() {
        if (jobs < 1 || (threads != null && threads < 1)) {
            throw new CommandException(ExitCode.USAGE, "--jobs and --threads must be at least 1", null);
        }
    }

    /** Jobs at the same time. */
    int jobs() {
        return jobs;
    }

    /** Processor threads of each job. */
    int threads() {
        return threads != null ? threads : Math.max(1, Runtime.getRuntime().availableProcessors() / jobs);
    }

    /** Makes the folder of a sweep, or goes on in the one that is there. */
    static SweepFolder prepare(Path folder, Sweep sweep, Catalog catalog) {
        try {
            return SweepFolder.prepare(folder, sweep, catalog);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.USAGE, FileFailure.describe(e) + "; choose another folder with --out", e);
        }
    }

    /**
     * Runs all jobs on this machine.
     *
     * @return one of {@link ExitCode}
     */
    int run(Sweep sweep, SweepFolder folder) throws IOException, InterruptedException {
        SweepProgress progress = new SweepProgress(sweep, spec.commandLine().getOut(), json);
        return new LocalSweep(sweep, folder, progress).run(jobs, threads());
    }
}
