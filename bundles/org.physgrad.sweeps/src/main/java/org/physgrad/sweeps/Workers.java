package org.physgrad.sweeps;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs jobs in N processes, each of which works through many: the start of the program is paid once per process, and one that dies takes a single job with
 * it. A job that failed is tried once more, in a new process.
 *
 * <p>A worker reads names of jobs from its standard input, one a line, and answers with lines of JSON ({@link #progress}, {@link #end}). It cancels its run
 * when its input ends, so that none outlives its parent.
 */
public final class Workers {

    private static final Gson GSON = new Gson();
    private static final int ATTEMPTS = 2;

    /** Starts the process of a worker. */
    public interface Starter {
        /**
         * Starts it.
         *
         * @return the process, its standard streams connected to this one
         * @throws IOException if it cannot be started
         */
        Process start() throws IOException;
    }

    /** Follows the jobs. Called by one thread at a time. */
    public interface Listener {
        /** An iteration of a job is done. */
        default void iterated(String job, int iteration) {}

        /** A job failed and will be tried once more. */
        default void retrying(JobEnd failure) {}

        /** A job is over. */
        default void ended(JobEnd end) {}
    }

    private final Starter starter;
    private final Listener listener;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Map<String, Integer> attempts = new LinkedHashMap<>();
    private final List<JobEnd> ends = new ArrayList<>();
    private final List<Process> processes = new ArrayList<>();
    private boolean cancelled;

    /**
     * Prepares workers.
     *
     * @param starter starts a process
     * @param listener follows the jobs
     */
    public Workers(Starter starter, Listener listener) {
        this.starter = starter;
        this.listener = listener;
    }

    /**
     * Runs jobs to their ends.
     *
     * @param jobs names of the jobs
     * @param count number of processes
     * @return how each job ended that was begun
     * @throws InterruptedException if the thread is interrupted
     */
    public List<JobEnd> run(List<String> jobs, int count) throws InterruptedException {
        waiting.addAll(jobs);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.min(count, jobs.size()); i++) {
            Thread thread = new Thread(this::work, "worker " + (i + 1));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return List.copyOf(ends);
    }

    /** Cancels all: each run in work writes a checkpoint. May be called from any thread. */
    public synchronized void cancel() {
        cancelled = true;
        waiting.clear();
        processes.forEach(Workers::closeInput);
    }

    private void work() {
        Process process = null;
        String job;
        while ((job = next()) != null) {
            JobEnd end;
            try {
                if (process == null) {
                    process = start();
                }
                end = work(process, job);
            } catch (IOException e) {
                end = new JobEnd(job, JobEnd.Kind.FAILED, e.getMessage());
            }
            if (end.kind() == JobEnd.Kind.FAILED && process != null) {
                stop(process);
                process = null;
            }
            finish(end);
        }
        if (process != null) {
            stop(process);
        }
    }

    private JobEnd work(Process process, String job) throws IOException {
        Writer out = process.outputWriter();
        out.write(job + "\n");
        out.flush();
        BufferedReader in = process.inputReader();
        String line;
        while ((line = in.readLine()) != null) {
            try {
                JsonObject message = GSON.fromJson(line, JsonObject.class);
                if (message != null && message.has("iteration")) {
                    synchronized (this) {
                        listener.iterated(job, message.get("iteration").getAsInt());
                    }
                } else if (message != null && message.has("kind")) {
                    return GSON.fromJson(message, JobEnd.class);
                }
            } catch (JsonParseException e) {
                // Native libraries may print what they like.
            }
        }
        throw new IOException("its process died; workers.log may say why");
    }

    private synchronized String next() {
        return waiting.poll();
    }

    private synchronized Process start() throws IOException {
        Process process = starter.start();
        processes.add(process);
        if (cancelled) {
            closeInput(process);
        }
        return process;
    }

    private synchronized void finish(JobEnd end) {
        if (end.kind() == JobEnd.Kind.FAILED && cancelled) {
            ends.add(new JobEnd(end.job(), JobEnd.Kind.CANCELLED, end.reason()));
        } else if (end.kind() == JobEnd.Kind.FAILED && attempts.merge(end.job(), 1, Integer::sum) < ATTEMPTS) {
            listener.retrying(end);
            waiting.add(end.job());
        } else {
            ends.add(end);
            listener.ended(end);
            if (end.kind() == JobEnd.Kind.CANCELLED) { // Ctrl-C reaches the workers too, maybe before this process
                cancel();
            }
        }
    }

    private void stop(Process process) {
        synchronized (this) {
            processes.remove(process);
        }
        closeInput(process);
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void closeInput(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy(); // it does not listen any more
        }
    }

    /** A worker's line about an iteration. */
    public static String progress(int iteration) {
        JsonObject message = new JsonObject();
        message.addProperty("iteration", iteration);
        return GSON.toJson(message);
    }

    /** A worker's line about the end of a job. */
    public static String end(JobEnd end) {
        return GSON.toJson(end);
    }
}
