package org.physgrad.sweeps;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.experiment.Difference;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.engine.experiment.ExperimentWriter;
import org.physgrad.engine.run.RunEvents;
import org.physgrad.files.FileFailure;
import org.physgrad.files.WholeFile;

/** The folder of a sweep: all jobs, one run folder for each, and what was made of them. Readable without the program. */
public final class SweepFolder {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /** Settings that may change between two calls on one folder: they are no part of what is computed. */
    private static final List<String> FREE = List.of("name", "threads");

    private final Path path;

    private SweepFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes the folder of a sweep, or takes it up again.
     *
     * @param path where
     * @param sweep the sweep
     * @param catalog the installed parts
     * @return the folder
     * @throws IOException if it cannot be written, or holds runs of another sweep; the message is for people
     */
    public static SweepFolder prepare(Path path, Sweep sweep, Catalog catalog) throws IOException {
        SweepFolder folder = new SweepFolder(path);
        for (Job job : sweep.jobs()) {
            Path file = folder.run(job).resolve("experiment.json");
            if (Files.exists(file)) {
                var present = new ExperimentReader(catalog).read(file, Map.of());
                for (Difference difference : Difference.between(present, job.experiment())) {
                    if (!FREE.contains(difference.path())) {
                        throw new IOException(folder.run(job) + " was made with other settings: " + difference.path()
                                + " is " + difference.before().orElse("not set") + " there and "
                                + difference.after().orElse("not set") + " now");
                    }
                }
            }
        }
        try {
            Files.createDirectories(path.resolve("locks"));
            folder.write("sweep.json", GSON.toJson(toJson(sweep)) + "\n");
        } catch (IOException e) {
            throw new IOException(path + " cannot hold a sweep (" + FileFailure.describe(e) + ")", e);
        }
        return folder;
    }

    /**
     * Opens the folder of a sweep.
     *
     * @param path the folder
     * @return the folder
     * @throws IOException if it holds no sweep; the message is for people
     */
    public static SweepFolder open(Path path) throws IOException {
        if (!Files.isRegularFile(path.resolve("sweep.json"))) {
            throw new IOException(path + " is no sweep folder: it needs sweep.json");
        }
        return new SweepFolder(path);
    }

    /** The folder itself. */
    public Path path() {
        return path;
    }

    /** The run folder of a job, which need not be there yet. */
    public Path run(Job job) {
        return path.resolve(job.name());
    }

    /**
     * Reads the jobs back.
     *
     * @param catalog the installed parts
     * @return the sweep that the folder was made for
     * @throws IOException if it cannot be read
     */
    public Sweep sweep(Catalog catalog) throws IOException {
        JsonObject root = JsonParser.parseString(Files.readString(path.resolve("sweep.json")))
                .getAsJsonObject();
        ExperimentReader reader = new ExperimentReader(catalog);
        List<Job> jobs = new ArrayList<>();
        for (JsonElement element : root.getAsJsonArray("jobs")) {
            JsonObject job = element.getAsJsonObject();
            Map<String, String> settings = new LinkedHashMap<>();
            job.getAsJsonObject("settings")
                    .entrySet()
                    .forEach(e -> settings.put(e.getKey(), e.getValue().getAsString()));
            jobs.add(new Job(
                    job.get("name").getAsString(),
                    job.get("group").getAsString(),
                    settings,
                    reader.read(job.getAsJsonObject("experiment"))));
        }
        List<Integer> at = new ArrayList<>();
        root.getAsJsonArray("at").forEach(value -> at.add(value.getAsInt()));
        return new Sweep(
                root.get("name").getAsString(), jobs, at, root.get("window").getAsInt());
    }

    private static JsonObject toJson(Sweep sweep) {
        JsonObject root = new JsonObject();
        root.addProperty("name", sweep.name());
        root.add("at", GSON.toJsonTree(sweep.at()));
        root.addProperty("window", sweep.window());
        JsonArray jobs = new JsonArray();
        for (Job job : sweep.jobs()) {
            JsonObject entry = new JsonObject();
            entry.addProperty("name", job.name());
            entry.addProperty("group", job.group());
            entry.add("settings", GSON.toJsonTree(job.settings()));
            entry.add("experiment", ExperimentWriter.toJson(job.experiment()));
            jobs.add(entry);
        }
        root.add("jobs", jobs);
        return root;
    }

    /**
     * Looks how far a job is.
     *
     * @param job the job
     * @return its state, from its run folder
     * @throws IOException if the folder cannot be read
     */
    public JobState state(Job job) throws IOException {
        Path events = run(job).resolve("events.jsonl");
        if (!hasCheckpoint(job) || !Files.exists(events)) {
            return JobState.WAITING;
        }
        return switch (RunEvents.last(RunEvents.read(events))) {
            case "done" -> JobState.DONE;
            case "diverged" -> JobState.DIVERGED;
            default -> JobState.PARTIAL;
        };
    }

    /**
     * Tells whether a job has a network to look at or to go on from.
     *
     * @param job the job
     * @return true if there is a checkpoint
     * @throws IOException if the folder cannot be read
     */
    public boolean hasCheckpoint(Job job) throws IOException {
        Path checkpoints = run(job).resolve("checkpoints");
        if (!Files.isDirectory(checkpoints)) {
            return false;
        }
        try (Stream<Path> files = Files.list(checkpoints)) {
            return files.anyMatch(file -> file.toString().endsWith(".zip"));
        }
    }

    /** Waits until no other process works on a job, such as one whose parent was killed a moment ago. */
    FileChannel lock(Job job) throws IOException {
        FileChannel channel = FileChannel.open(
                path.resolve("locks").resolve(job.name()), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock(); // let go of with the channel
        return channel;
    }

    /**
     * Writes a text file whole or not at all.
     *
     * @param name its name within the folder
     * @param text its content
     * @throws IOException if it cannot be written
     */
    public void write(String name, String text) throws IOException {
        Path file = path.resolve(name);
        Files.createDirectories(file.getParent());
        WholeFile.writeText(file, text);
    }
}
