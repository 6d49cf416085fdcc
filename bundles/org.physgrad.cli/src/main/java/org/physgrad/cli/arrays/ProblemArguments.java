package org.physgrad.cli.arrays;

import java.util.LinkedHashMap;
import java.util.Map;
import org.physgrad.api.Context;
import org.physgrad.api.Problem;
import org.physgrad.api.Simulator;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.experiment.PartReader;
import org.physgrad.engine.inference.ContextSources;
import org.physgrad.files.ArraySource;
import org.physgrad.ml.MlPlatform;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private ContextFiles contextFiles;

    /** Makes the problem. */
    Part<Problem> open(Catalog catalog) {
        Part<Problem> problem = PartReader.make(catalog, Kind.PROBLEM, type, settings);
        MlPlatform.start(0);
        return problem;
    }

    /** The problem's type name. */
    String type() {
        return type;
    }

    /** Opens causes of the problem. */
    ArraySource cause(Simulator simulator, String file, String role) {
        return ArraySource.open(file, role + " of " + type, simulator.causeShape());
    }

    /** Opens effects of the problem, or what is shaped like them. */
    ArraySource effect(Simulator simulator, String file, String role) {
        return ArraySource.open(file, role + " of " + type, simulator.effectShape());
    }

    /** Reads the context arrays, for as many examples as another array has. */
    Context context(Simulator simulator, ArraySource other) {
        try (ContextSources sources = contextFiles.open(type, simulator, other)) {
            return Context.of(sources.read(0, other.count()));
        }
    }
}
