package org.physgrad.sweeps;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.run.RunSession;
import org.physgrad.engine.training.Ending;
import org.physgrad.engine.training.IterationRecord;
import org.physgrad.engine.training.TrainingListener;
import org.physgrad.engine.training.TrainingRun;

/** Works on jobs of a sweep in this process, one after the other: begins, goes on with, or passes over each. */
public final class JobRunner {

    private final Catalog catalog;
    private final SweepFolder folder;
    private final AtomicReference<TrainingRun> current = new AtomicReference<>();
    private volatile boolean cancelled;

    /**
     * Makes a runner.
     *
     * @param catalog the installed parts
     * @param folder the sweep's folder
     */
    public JobRunner(Catalog catalog, SweepFolder folder) {
        this.catalog = catalog;
        this.folder = folder;
    }

    /** Cancels the run in work after its iteration, with a checkpoint; further jobs are refused. May be called from any thread. */
    public void cancel() {
        cancelled = true;
        TrainingRun run = current.get();
        if (run != null) {
            run.cancel();
        }
    }

    /**
     * Runs a job to its end.
     *
     * @param job the job
     * @param progress told the number of each iteration that is done
     * @return how it ended
     */
    public JobEnd run(Job job, Consumer<Integer> progress) {
        try (FileChannel lock = folder.lock(job)) {
            JobState state = folder.state(job);
            if (state.finished()) {
                return new JobEnd(job.name(), JobEnd.Kind.of(state), "");
            }
            if (cancelled || !lock.isOpen()) {
                return new JobEnd(job.name(), JobEnd.Kind.CANCELLED, "");
            }
            return train(job, state, progress);
        } catch (IOException | RuntimeException e) {
            String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            return new JobEnd(job.name(), JobEnd.Kind.FAILED, reason);
        }
    }

    private JobEnd train(Job job, JobState state, Consumer<Integer> progress) throws IOException {
        try (RunSession session = open(job, state)) {
            current.set(session.run());
            if (cancelled) {
                session.run().cancel();
            }
            Ending ending = session.train(new TrainingListener() {
                @Override
                public void iterated(IterationRecord iteration) {
                    progress.accept(iteration.iteration());
                }
            });
            return new JobEnd(job.name(), JobEnd.Kind.valueOf(ending.kind().name()), ending.reason());
        } finally {
            current.set(null);
        }
    }

    private RunSession open(Job job, JobState state) throws IOException {
        Path path = folder.run(job);
        if (state == JobState.PARTIAL) {
            return RunSession.resume(catalog, path, Map.of(), damaged -> {});
        }
        delete(path); // what a kill left of a run before its first checkpoint
        return RunSession.begin(catalog, job.experiment(), path);
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(path)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
