package org.physgrad.cli.arrays;

import java.util.concurrent.Callable;
import org.nd4j.linalg.api.ndarray.INDArray;
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

/** Computes adjoint products. */
@Command(
        name = "adjoint",
        description = {"Computes the adjoint product dL/dx = (dP/dx)^T dL/dy at x.", ArrayCommands.FORMATS})
final class AdjointCommand implements Callable<Integer> {

    private final Catalog catalog;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProblemArguments problem;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "causes x")
    private String input;

    @Option(names = "--cotangent", required = true, paramLabel = "FILE", description = "dL/dy, shaped like effects")
    private String cotangent;

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "where to write dL/dx")
    private String output;

    AdjointCommand(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Integer call() {
        try (Part<Problem> part = problem.open(catalog);
                ArraySource x = problem.cause(part.get().simulator(), input, "the cause x");
                ArraySource dy = problem.effect(part.get().simulator(), cotangent, "the cotangent dL/dy")) {
            Simulator simulator = part.get().simulator();
            dy.requireSizeOf(x);
            Context context = problem.context(simulator, x);
            ArrayOutput.check(output);
            INDArray dx =
                    simulator.adjoint(x.readAll(simulator.precision()), dy.readAll(simulator.precision()), context);
            ArrayOutput.write(output, dx, x.type(), spec.commandLine().getOut());
        }
        return ExitCode.DONE;
    }
}
