package org.physgrad.cli.arrays;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.physgrad.api.Simulator;
import org.physgrad.cli.CommandException;
import org.physgrad.cli.ExitCode;
import org.physgrad.engine.experiment.Names;
import org.physgrad.engine.inference.ContextSources;
import org.physgrad.files.ArrayFiles;
import org.physgrad.files.ArraySource;
import picocli.CommandLine.Option;

/** The arrays that a simulator needs beside its cause, as a user names them. */
final class ContextFiles {

    @Option(
            names = "--context",
            paramLabel = "name=FILE",
            description = "an array that the simulator needs beside x, such as --context a=a.npy")
    private Map<String, String> files = new LinkedHashMap<>();

    /**
     * Opens all that a simulator needs.
     *
     * @param type type name of the problem
     * @param simulator its simulator
     * @param other the array whose examples they belong to
     * @throws CommandException if an array is missing, unknown, or of another shape or size
     */
    ContextSources open(String type, Simulator simulator, ArraySource other) {
        return ContextSources.open(type, simulator, named(type, simulator), other);
    }

    /**
     * Tells the files of all arrays that a simulator needs.
     *
     * @param type type name of the problem
     * @param simulator its simulator
     * @return locations by name of the array
     * @throws CommandException if an array is missing or unknown
     */
    Map<String, String> named(String type, Simulator simulator) {
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
        shapes.forEach((name, shape) -> {
            if (!files.containsKey(name)) {
                throw new CommandException(
                        ExitCode.INPUT_FILE,
                        type + " needs the array '" + name + "', " + ArrayFiles.layout(shape) + ": add --context "
                                + name + "=FILE.npy",
                        null);
            }
        });
        return files;
    }
}
