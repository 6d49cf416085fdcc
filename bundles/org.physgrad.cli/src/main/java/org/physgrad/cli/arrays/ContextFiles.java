package org.physgrad.cli.arrays;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Simulator;
import org.physgrad.cli.CommandException;
import org.physgrad.cli.ExitCode;
import org.physgrad.engine.experiment.Names;
import org.physgrad.files.ArrayFiles;
import org.physgrad.files.ArraySource;
import org.physgrad.files.UnusableArrayException;
import picocli.CommandLine.Option;

/** The arrays that a simulator needs beside its cause, as a user names them. */
final class ContextFiles {

    @Option(
            names = "--context",
            paramLabel = "name=FILE",
            description = "an array that the simulator needs beside x, such as --context a=a.npy")
    private Map<String, String> files = new LinkedHashMap<>();

    /** The open files of a context. */
    static final class Sources implements AutoCloseable {

        private final Map<String, ArraySource> sources = new TreeMap<>();
        private final Simulator simulator;

        private Sources(Simulator simulator) {
            this.simulator = simulator;
        }

        /** Reads examples; the caller closes their arrays. */
        Map<String, INDArray> read(long first, int count) {
            Map<String, INDArray> arrays = new TreeMap<>();
            sources.forEach((name, source) -> arrays.put(name, source.read(first, count, simulator.precision())));
            return arrays;
        }

        @Override
        public void close() {
            sources.values().forEach(ArraySource::close);
        }
    }

    /**
     * Opens all that a simulator needs.
     *
     * @param type type name of the problem
     * @param simulator its simulator
     * @param other the array whose examples they belong to
     * @throws CommandException if an array is missing, unknown, or of another shape or size
     */
    Sources open(String type, Simulator simulator, ArraySource other) {
        Map<String, long[]> shapes = new TreeMap<>(simulator.contextShapes());
        for (String name : files.keySet()) {
            if (!shapes.containsKey(name)) {
                throw new CommandException(
                        ExitCode.USAGE,
                        "--context " + name + ": " + type + " has no such array; "
                                + Names.advice(name, shapes.keySet()),
                        null);
            }
        }
        Sources context = new Sources(simulator);
        try {
            shapes.forEach((name, shape) -> {
                ArraySource source = open(type, name, shape);
                context.sources.put(name, source);
                source.requireSizeOf(other);
            });
            return context;
        } catch (CommandException | UnusableArrayException e) {
            context.close();
            throw e;
        }
    }

    private ArraySource open(String type, String name, long... shape) {
        String file = files.get(name);
        if (file == null) {
            throw new CommandException(
                    ExitCode.INPUT_FILE,
                    type + " needs the array '" + name + "', " + ArrayFiles.layout(shape) + ": add --context " + name
                            + "=FILE.npy",
                    null);
        }
        return ArraySource.open(file, "the context array '" + name + "' of " + type, shape);
    }
}
