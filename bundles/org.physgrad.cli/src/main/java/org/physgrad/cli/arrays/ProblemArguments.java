package org.physgrad.cli.arrays;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Context;
import org.physgrad.api.Problem;
import org.physgrad.api.Simulator;
import org.physgrad.cli.CommandException;
import org.physgrad.cli.ExitCode;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.experiment.Names;
import org.physgrad.ml.MlPlatform;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What all commands on a problem's arrays take. */
final class ProblemArguments {

    @Parameters(paramLabel = "PROBLEM", description = "type name of a problem; 'physgrad list' shows them")
    private String type;

    @Option(
            names = "--set",
            paramLabel = "key=value",
            description = "a parameter of the problem, such as --set resolution=32")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--context",
            paramLabel = "name=FILE",
            description = "an array that the simulator needs beside x, as an .npy file, such as --context a=a.npy")
    private Map<String, Path> contextFiles = new LinkedHashMap<>();

    /** Makes the problem. */
    Part<Problem> open(Catalog catalog) {
        Part<Problem> problem = PartMaker.make(catalog, Kind.PROBLEM, type, settings);
        MlPlatform.start(0);
        return problem;
    }

    /** The problem's type name. */
    String type() {
        return type;
    }

    /** Reads causes of the problem. */
    ArrayInput cause(Simulator simulator, Path file, String role) {
        return ArrayInput.read(file, role + " of " + type, simulator.causeShape());
    }

    /** Reads effects of the problem, or what is shaped like them. */
    ArrayInput effect(Simulator simulator, Path file, String role) {
        return ArrayInput.read(file, role + " of " + type, simulator.effectShape());
    }

    /** Reads the context arrays, for as many examples as another array has. */
    Context context(Simulator simulator, ArrayInput other) {
        Map<String, long[]> shapes = new TreeMap<>(simulator.contextShapes());
        for (String name : contextFiles.keySet()) {
            if (!shapes.containsKey(name)) {
                throw new CommandException(
                        ExitCode.USAGE,
                        "--context " + name + ": " + type + " has no such array; "
                                + Names.advice(name, shapes.keySet()),
                        null);
            }
        }
        Map<String, INDArray> arrays = new TreeMap<>();
        shapes.forEach((name, shape) -> {
            Path file = contextFiles.get(name);
            if (file == null) {
                throw new CommandException(
                        ExitCode.INPUT_FILE,
                        type + " needs the array '" + name + "', " + ArrayInput.layout(shape) + ": add --context "
                                + name + "=FILE.npy",
                        null);
            }
            ArrayInput array = ArrayInput.read(file, "the context array '" + name + "' of " + type, shape)
                    .requireSizeOf(other);
            arrays.put(name, array.as(simulator.precision()));
        });
        return Context.of(arrays);
    }
}
