package org.physgrad.cli.arrays;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.physgrad.cli.CommandException;
import org.physgrad.cli.ExitCode;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.catalog.PartType;
import org.physgrad.engine.experiment.Names;
import org.physgrad.engine.experiment.PartReader;
import org.physgrad.math.PhiloxStreams;
import org.physgrad.ml.MlPlatform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks whether a part keeps its contract. */
@Command(
        name = "check",
        description = {
            "Checks a part, also of a plug-in, against the contract of its kind.",
            "Problems: shapes, determinism, and gradients against central finite differences.",
            "Inverse solvers, networks and training schemes: on every problem that they serve.",
            "Executors: beside DL4J's own layers. Optimizers and visuals: by themselves.",
            "Exit code 1 if a check fails."
        })
final class CheckCommand implements Callable<Integer> {

    private final Catalog catalog;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TYPE", description = "type name of any part")
    private String type;

    @Option(names = "--set", paramLabel = "key=value", description = "a parameter of what is checked")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--problem",
            paramLabel = "NAME",
            description = "check a solver, network or scheme on this problem only")
    private String only;

    @Option(
            names = "--directions",
            paramLabel = "K",
            description = "random directions per gradient (default: ${DEFAULT-VALUE})")
    private int directions = 5;

    @Option(names = "--batch", paramLabel = "N", description = "examples, at least 2 (default: ${DEFAULT-VALUE})")
    private int batch = 4;

    @Option(names = "--seed", paramLabel = "N", description = "seed of examples and directions (default: 0)")
    private long seed;

    CheckCommand(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Integer call() {
        if (directions < 1 || batch < 2) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--directions is " + directions + " and --batch is " + batch + ", expected at least 1 and 2");
        }
        MlPlatform.start(0);
        PrintWriter out = spec.commandLine().getOut();
        CheckRequest request = new CheckRequest(
                catalog, Optional.ofNullable(only), batch, directions, new PhiloxStreams(seed, 0), out);
        PartCheck<?> check = PartChecks.ALL.stream()
                .filter(candidate -> catalog.type(candidate.kind(), type).isPresent())
                .findFirst()
                .orElseThrow(this::unknown);
        boolean passed = run(check, request);
        out.println(type + (passed ? ": passed" : ": FAILED"));
        out.flush();
        return passed ? ExitCode.DONE : ExitCode.FAILED;
    }

    private <T> boolean run(PartCheck<T> check, CheckRequest request) {
        try (Part<T> part = PartReader.make(catalog, check.kind(), type, settings)) {
            return check.run(type, part.get(), request);
        }
    }

    private CommandException unknown() {
        List<String> known = PartChecks.ALL.stream()
                .flatMap(check -> catalog.types(check.kind()).stream())
                .map(PartType::name)
                .toList();
        return new CommandException(
                ExitCode.MISSING_PLUGIN,
                "nothing that can be checked is named '" + type + "'; " + Names.advice(type, known),
                null);
    }
}
