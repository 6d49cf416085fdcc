package org.physgrad.cli.sweep;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.physgrad.cli.CommandException;
import org.physgrad.cli.ExitCode;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.files.FileFailure;
import org.physgrad.sweeps.Job;
import org.physgrad.sweeps.JobEnd;
import org.physgrad.sweeps.JobRunner;
import org.physgrad.sweeps.Sweep;
import org.physgrad.sweeps.SweepFolder;
import org.physgrad.sweeps.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works on jobs of a sweep folder: those that standard input names, or one by its number. */
@Command(name = "sweep-worker", hidden = true, description = "Works on jobs of a sweep folder; started by sweep.")
final class SweepWorkerCommand implements Callable<Integer> {

    /** Ends the list of jobs; no job has an empty name. */
    private static final String END = "";

    private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Catalog catalog;
    private long lastProgress;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "the sweep folder")
    private Path path;

    @Option(names = "--index", paramLabel = "I", description = "the number of the one job to run, from 0")
    private Integer index;

    SweepWorkerCommand(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Integer call() throws Exception {
        SweepFolder folder = open();
        Sweep sweep = folder.sweep(catalog);
        JobRunner runner = new JobRunner(catalog, folder);
        CountDownLatch finished = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cancelAndWait(runner, finished), "cancel job"));
        try {
            return index != null ? runOne(sweep, runner) : runNamed(sweep, runner);
        } finally {
            finished.countDown();
        }
    }

    private SweepFolder open() {
        try {
            return SweepFolder.open(path);
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT_FILE, FileFailure.describe(e), e);
        }
    }

    private int runOne(Sweep sweep, JobRunner runner) {
        if (index < 0 || index >= sweep.jobs().size()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--index is " + index + "; the sweep has " + sweep.jobs().size() + " jobs",
                    null);
        }
        return switch (run(sweep.jobs().get(index), runner).kind()) {
            case DONE -> ExitCode.DONE;
            case DIVERGED -> ExitCode.DIVERGED;
            case CANCELLED -> ExitCode.CANCELLED;
            case FAILED -> ExitCode.FAILED;
        };
    }

    private int runNamed(Sweep sweep, JobRunner runner) throws InterruptedException {
        BlockingQueue<String> names = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(names, runner), "jobs");
        reader.setDaemon(true);
        reader.start();
        for (String name = names.take(); !name.equals(END); name = names.take()) {
            for (Job job : sweep.jobs()) {
                if (job.name().equals(name)) {
                    run(job, runner);
                }
            }
        }
        return ExitCode.DONE;
    }

    /** Reads names until the parent closes its end or dies, which cancels what is in work. */
    private static void read(BlockingQueue<String> names, JobRunner runner) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            in.lines().forEach(names::add);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            runner.cancel();
            names.add(END);
        }
    }

    private JobEnd run(Job job, JobRunner runner) {
        JobEnd end = runner.run(job, this::progress);
        print(Workers.end(end));
        return end;
    }

    private void progress(int iteration) {
        long now = System.nanoTime();
        if (now - lastProgress > PROGRESS_NANOS) {
            lastProgress = now;
            print(Workers.progress(iteration));
        }
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private static void cancelAndWait(JobRunner runner, CountDownLatch finished) {
        runner.cancel();
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
