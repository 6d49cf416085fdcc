package org.physgrad.engine.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.physgrad.api.Simulator;
import org.physgrad.engine.experiment.DataSpec;
import org.physgrad.engine.experiment.ExperimentKeys;
import org.physgrad.engine.experiment.Finding;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.files.ArrayFiles;
import org.physgrad.files.ArraySource;
import org.physgrad.files.UnusableArrayException;
import org.physgrad.math.Shapes;

/** The open files of a data set: one for each array, all of the same number of examples. */
final class DataFiles implements AutoCloseable {

    /** Numbers to read at a time. */
    private static final int SLICE = 1 << 22;

    private final DataSpec data;
    private final Simulator simulator;
    private final Map<String, ArraySource> sources = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private DataFiles(DataSpec data, Simulator simulator) {
        this.data = data;
        this.simulator = simulator;
    }

    /** Path of a key of {@code data} in an experiment. */
    static String path(String key) {
        return "data." + key;
    }

    /**
     * Opens all files.
     *
     * @param type type name of the problem, for messages
     * @throws InvalidExperimentException with all files that are not what they are named as; nothing stays open then
     */
    static DataFiles open(DataSpec data, Simulator simulator, String type) {
        DataFiles files = new DataFiles(data, simulator);
        try {
            files.data.locations().forEach((key, location) -> files.open(key, location, type));
            files.throwIfAny();
            return files;
        } catch (RuntimeException e) {
            files.close();
            throw e;
        }
    }

    private void open(String key, String location, String type) {
        guard(key, () -> {
            ArraySource source = ArraySource.open(location, role(key) + " of " + type, shape(key));
            sources.put(key, source);
            source.requireSizeOf(sources.values().iterator().next());
        });
    }

    /** Number of examples. */
    long size() {
        return sources.values().iterator().next().size();
    }

    /** Bytes that all arrays take in memory. */
    long bytes() {
        return sources.keySet().stream()
                .mapToLong(key -> size()
                        * Shapes.entries(shape(key))
                        * simulator.precision().width())
                .sum();
    }

    /** How an array is kept at hand. */
    interface Opening {
        ExampleArray open(ArraySource source, int slice, long[] exampleShape);
    }

    /**
     * Reads all arrays, makes sure that they hold finite numbers, and fixes what their files hold.
     *
     * @return the arrays, and where they come from with the checksum of each file
     * @throws InvalidExperimentException with the first number of each array that is not finite, and files that are not those that the data were fixed with before
     */
    DataArrays read(Opening opening) {
        Checksums checksums = new Checksums();
        Map<String, String> found = new LinkedHashMap<>();
        Map<String, ExampleArray> arrays = new LinkedHashMap<>();
        sources.forEach((key, source) -> guard(key, () -> {
            int slice = Math.max(1, SLICE / Shapes.entries(shape(key)));
            String location = data.locations().get(key);
            String checksum = checksums.of(
                    ArrayFiles.file(location), source, () -> arrays.put(key, opening.open(source, slice, shape(key))));
            requireUnchanged(key, location, checksum);
            found.put(key, checksum);
        }));
        return whole(new DataArrays(data.sealed(found), arrays));
    }

    private void requireUnchanged(String key, String location, String checksum) {
        String expected = data.sha256().getOrDefault(key, checksum);
        if (!checksum.equals(expected)) {
            throw new UnusableArrayException(location + " has changed: its SHA-256 is " + checksum
                    + ", the experiment was made with " + expected
                    + "; bring the file back as it was, or begin a new run without data.sha256");
        }
    }

    private DataArrays whole(DataArrays arrays) {
        try {
            throwIfAny();
            return arrays;
        } catch (InvalidExperimentException e) {
            arrays.close();
            throw e;
        }
    }

    /** The arrays as they lie in their files, of which nothing is read before it is asked for. */
    DataArrays unread() {
        Map<String, ExampleArray> arrays = new LinkedHashMap<>();
        sources.forEach((key, source) -> arrays.put(key, new StreamedArray(source, simulator.precision(), shape(key))));
        return new DataArrays(data, arrays);
    }

    private String role(String key) {
        return choose(key, "the observation y*", "the true cause x*", name -> "the context array '" + name + "'");
    }

    private long[] shape(String key) {
        return choose(
                key,
                simulator.effectShape(),
                simulator.causeShape(),
                name -> simulator.contextShapes().get(name));
    }

    private static <T> T choose(String key, T ofEffect, T ofCause, Function<String, T> ofContext) {
        if (key.equals(ExperimentKeys.EFFECT.name())) {
            return ofEffect;
        }
        return key.equals(ExperimentKeys.CAUSE.name())
                ? ofCause
                : ofContext.apply(key.substring(DataSpec.contextKey("").length()));
    }

    private interface Step {
        void run() throws IOException;
    }

    private void guard(String key, Step step) {
        try {
            step.run();
        } catch (IOException | UnusableArrayException e) {
            findings.add(new Finding(path(key), e.getMessage(), false));
        }
    }

    private void throwIfAny() {
        if (!findings.isEmpty()) {
            throw new InvalidExperimentException(findings);
        }
    }

    @Override
    public void close() {
        sources.values().forEach(ArraySource::close);
    }
}
