package org.physgrad.cli.sweep;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.physgrad.sweeps.Job;
import org.physgrad.sweeps.JobEnd;
import org.physgrad.sweeps.Sweep;
import org.physgrad.sweeps.Workers;

/** Tells the user how a sweep goes: a line of progress on a terminal, a line per job elsewhere, or JSON. */
public final class SweepProgress implements Workers.Listener {

    private static final Gson GSON = new Gson();

    private final Sweep sweep;
    private final PrintWriter out;
    private final boolean json;
    private final boolean terminal = Boolean.getBoolean("physgrad.terminal");
    private final Map<String, Integer> total = new HashMap<>();
    private final Map<String, Integer> running = new HashMap<>();
    private int finished;

    /**
     * Prepares it.
     *
     * @param sweep the sweep
     * @param out where to print
     * @param json whether to print JSON
     */
    public SweepProgress(Sweep sweep, PrintWriter out, boolean json) {
        this.sweep = sweep;
        this.out = out;
        this.json = json;
        for (Job job : sweep.jobs()) {
            total.put(job.name(), job.experiment().iterations());
        }
    }

    void opened(Path folder, int already) {
        finished = already;
        event("opened", sweep.name(), folder + ": " + sweep.jobs().size() + " jobs, " + already + " finished already");
    }

    void closed(Path folder, int exitCode) {
        event("closed", sweep.name(), "summary in " + folder.resolve("summary.csv") + ", exit code " + exitCode);
    }

    @Override
    public void iterated(String job, int iteration) {
        running.put(job, iteration);
        if (json) {
            JsonObject event = new JsonObject();
            event.addProperty("event", "iteration");
            event.addProperty("job", job);
            event.addProperty("iteration", iteration);
            print(GSON.toJson(event));
        } else if (terminal) {
            StringBuilder line = new StringBuilder(
                    "\r\u001b[K" + finished + "/" + sweep.jobs().size() + " jobs");
            running.forEach((name, done) -> line.append("  ")
                    .append(name)
                    .append(' ')
                    .append(done)
                    .append('/')
                    .append(total.get(name)));
            out.print(line);
            out.flush();
        }
    }

    @Override
    public void retrying(JobEnd failure) {
        running.remove(failure.job());
        event("retrying", failure.job(), failure.reason());
    }

    @Override
    public void ended(JobEnd end) {
        running.remove(end.job());
        finished += end.kind() == JobEnd.Kind.DONE || end.kind() == JobEnd.Kind.DIVERGED ? 1 : 0;
        event(end.kind().name().toLowerCase(Locale.ROOT), end.job(), end.reason());
    }

    private void event(String name, String job, String text) {
        if (json) {
            JsonObject event = new JsonObject();
            event.addProperty("event", name);
            event.addProperty("job", job);
            event.addProperty("text", text);
            print(GSON.toJson(event));
        } else {
            String counter = finished + "/" + sweep.jobs().size() + " ";
            print((terminal ? "\r\u001b[K" : "") + counter + job + " " + name + (text.isEmpty() ? "" : ": " + text));
        }
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }
}
