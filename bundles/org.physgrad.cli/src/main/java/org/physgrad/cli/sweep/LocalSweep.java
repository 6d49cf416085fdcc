package org.physgrad.cli.sweep;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.physgrad.cli.ExitCode;
import org.physgrad.sweeps.Job;
import org.physgrad.sweeps.JobEnd;
import org.physgrad.sweeps.Summary;
import org.physgrad.sweeps.Sweep;
import org.physgrad.sweeps.SweepFolder;
import org.physgrad.sweeps.Workers;

/** Runs a sweep on this machine, in processes of the same program, and summarises it. */
public final class LocalSweep {

    private final Sweep sweep;
    private final SweepFolder folder;
    private final SweepProgress progress;

    /**
     * Prepares it.
     *
     * @param sweep the sweep
     * @param folder its folder
     * @param progress tells the user
     */
    public LocalSweep(Sweep sweep, SweepFolder folder, SweepProgress progress) {
        this.sweep = sweep;
        this.folder = folder;
        this.progress = progress;
    }

    /** The start script of this program. */
    static Path program() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return Path.of(System.getProperty("physgrad.home"), "bin", windows ? "physgrad.bat" : "physgrad");
    }

    /**
     * Runs what is not finished yet; a shutdown of the process meanwhile cancels all jobs and waits for their checkpoints.
     *
     * @param processes number of processes
     * @param threads processor threads of each
     * @return the exit code
     * @throws IOException if the folder cannot be read or written
     * @throws InterruptedException if the thread is interrupted
     */
    public int run(int processes, int threads) throws IOException, InterruptedException {
        List<String> open = new ArrayList<>();
        for (Job job : sweep.jobs()) {
            if (!folder.state(job).finished()) {
                open.add(job.name());
            }
        }
        progress.opened(folder.path(), sweep.jobs().size() - open.size());
        Workers workers = new Workers(() -> start(threads), progress);
        CountDownLatch finished = new CountDownLatch(1);
        Thread hook = new Thread(() -> cancelAndWait(workers, finished), "cancel sweep");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            List<JobEnd> ends = workers.run(open, processes);
            Summary.of(sweep, folder).write(folder);
            int code = exitCode(ends, open.size());
            progress.closed(folder.path(), code);
            return code;
        } finally {
            finished.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is going down: the hook is what brought us here, and ends by itself now.
            }
        }
    }

    private int exitCode(List<JobEnd> ends, int open) throws IOException {
        if (ends.size() < open || ends.stream().anyMatch(end -> end.kind() == JobEnd.Kind.CANCELLED)) {
            return ExitCode.CANCELLED;
        }
        if (ends.stream().anyMatch(end -> end.kind() == JobEnd.Kind.FAILED)) {
            return ExitCode.FAILED;
        }
        for (Job job : sweep.jobs()) {
            if (folder.state(job) == org.physgrad.sweeps.JobState.DIVERGED) {
                return ExitCode.DIVERGED;
            }
        }
        return ExitCode.DONE;
    }

    private Process start(int threads) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                program().toString(),
                "sweep-worker",
                folder.path().toAbsolutePath().toString());
        builder.environment().put("PHYSGRAD_THREADS", Integer.toString(threads));
        File log = folder.path().resolve("workers.log").toFile();
        return builder.redirectError(ProcessBuilder.Redirect.appendTo(log)).start();
    }

    private static void cancelAndWait(Workers workers, CountDownLatch finished) {
        workers.cancel();
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
