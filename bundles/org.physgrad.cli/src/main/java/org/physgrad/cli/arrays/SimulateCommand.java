package org.physgrad.cli.arrays;

import java.util.concurrent.Callable;
import org.physgrad.api.Context;
import org.physgrad.api.Problem;
import org.physgrad.api.Simulator;
import org.physgrad.cli.ExitCode;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Part;
import org.physgrad.files.ArraySource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Computes effects of causes. */
@Command(
        name = "simulate",
        description = {"Computes the effects y = P(x) of causes x.", ArrayCommands.FORMATS})
final class SimulateCommand implements Callable<Integer> {

    private final Catalog catalog;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProblemArguments problem;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "causes x")
    private String input;

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "where to write the effects y")
    private String output;

    SimulateCommand(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Integer call() {
        try (Part<Problem> part = problem.open(catalog);
                ArraySource x = problem.cause(part.get().simulator(), input, "the cause x")) {
            Simulator simulator = part.get().simulator();
            Context context = problem.context(simulator, x);
            ArrayOutput.check(output);
            ArrayOutput.write(
                    output,
                    simulator.simulate(x.readAll(simulator.precision()), context),
                    x.type(),
                    spec.commandLine().getOut());
        }
        return ExitCode.DONE;
    }
}
