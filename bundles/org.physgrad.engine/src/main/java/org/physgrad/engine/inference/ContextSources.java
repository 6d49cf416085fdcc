package org.physgrad.engine.inference;

import java.util.Map;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Simulator;
import org.physgrad.files.ArrayFiles;
import org.physgrad.files.ArraySource;
import org.physgrad.files.UnusableArrayException;

/** The open files of the arrays that a simulator needs beside its cause. */
public final class ContextSources implements AutoCloseable {

    private final Map<String, ArraySource> sources = new TreeMap<>();
    private final Simulator simulator;

    private ContextSources(Simulator simulator) {
        this.simulator = simulator;
    }

    /**
     * Opens all that a simulator needs.
     *
     * @param type type name of the problem, for messages
     * @param simulator its simulator
     * @param files locations by name of the array, as {@link ArrayFiles} takes them
     * @param other the array whose examples they belong to
     * @return the open files; close them afterwards
     * @throws UnusableArrayException if no file is named for an array, or one is of another shape or size
     */
    public static ContextSources open(String type, Simulator simulator, Map<String, String> files, ArraySource other) {
        ContextSources context = new ContextSources(simulator);
        try {
            new TreeMap<>(simulator.contextShapes()).forEach((name, shape) -> {
                ArraySource source = open(type, name, files.getOrDefault(name, ""), shape);
                context.sources.put(name, source);
                source.requireSizeOf(other);
            });
            return context;
        } catch (UnusableArrayException e) {
            context.close();
            throw e;
        }
    }

    private static ArraySource open(String type, String name, String file, long... shape) {
        if (file.isEmpty()) {
            throw new UnusableArrayException(
                    type + " needs the array '" + name + "', " + ArrayFiles.layout(shape) + ": name its file");
        }
        return ArraySource.open(file, "the context array '" + name + "' of " + type, shape);
    }

    /**
     * Reads examples.
     *
     * @param first index of the first one
     * @param count how many, at least 1
     * @return arrays {@code [count, ...]} by name, in the simulator's precision; to be closed by the caller
     * @throws UnusableArrayException if they are not finite, or cannot be read
     */
    public Map<String, INDArray> read(long first, int count) {
        Map<String, INDArray> arrays = new TreeMap<>();
        sources.forEach((name, source) -> arrays.put(name, source.read(first, count, simulator.precision())));
        return arrays;
    }

    @Override
    public void close() {
        sources.values().forEach(ArraySource::close);
    }
}
