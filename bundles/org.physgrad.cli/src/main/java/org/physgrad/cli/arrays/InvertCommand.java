package org.physgrad.cli.arrays;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.Context;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Problem;
import org.physgrad.api.Simulator;
import org.physgrad.api.Solution.Outcome;
import org.physgrad.api.Solution.Status;
import org.physgrad.cli.CommandException;
import org.physgrad.cli.ExitCode;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.experiment.Finding;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.engine.experiment.PartReader;
import org.physgrad.engine.inference.Inversion;
import org.physgrad.files.ArraySource;
import org.physgrad.math.Shapes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds causes of observed effects. */
@Command(
        name = "invert",
        description = {"Finds causes x with P(x) = y* by an inverse solver.", ArrayCommands.FORMATS})
final class InvertCommand implements Callable<Integer> {

    /** Examples that are listed one by one; a longer list hides what matters. */
    private static final int LISTED = 16;

    private final Catalog catalog;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProblemArguments problem;

    @Option(names = "--solver", required = true, paramLabel = "NAME", description = "type name of the inverse solver")
    private String solverType;

    @Option(
            names = "--solver-set",
            paramLabel = "key=value",
            description = "a parameter of the solver, such as --solver-set iterations=100")
    private Map<String, String> solverSettings = new LinkedHashMap<>();

    @Option(names = "--target", required = true, paramLabel = "FILE", description = "observations y*")
    private String target;

    @Option(names = "--initial", paramLabel = "FILE", description = "first guesses x0 (default: zero)")
    private String initial;

    @Mixin
    private SolverSteps steps;

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "where to write the causes x")
    private String output;

    @Option(names = "--trace", paramLabel = "FILE", description = "write the losses at each point on the way as csv")
    private Path trace;

    InvertCommand(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Integer call() {
        steps.count(); // refused before any work is done
        try (Part<Problem> part = problem.open(catalog);
                Part<InverseSolver> solver = PartReader.make(catalog, Kind.SOLVER, solverType, solverSettings)) {
            requireFit(solver.get(), part.get());
            return invert(part.get(), solver.get());
        }
    }

    private int invert(Problem posed, InverseSolver solver) {
        Simulator simulator = posed.simulator();
        try (ArraySource y = problem.effect(simulator, target, "the observation y*")) {
            Context context = problem.context(simulator, y);
            INDArray x0 = guesses(simulator, y);
            ArrayOutput.check(output);
            if (trace != null) {
                ArrayOutput.check(trace);
            }
            InverseTask task = new InverseTask(simulator, posed.loss(), y.readAll(simulator.precision()), context);
            Inversion inversion = new Inversion(task, x0);
            for (int step = 0; step < steps.count(); step++) {
                inversion.step(solver);
            }
            return finish(inversion, y);
        }
    }

    private void requireFit(InverseSolver solver, Problem posed) {
        solver.refuses(posed).ifPresent(reason -> {
            String message = solverType + " cannot serve " + problem.type() + " because " + reason;
            throw new InvalidExperimentException(List.of(new Finding("solver", message, false)));
        });
    }

    private INDArray guesses(Simulator simulator, ArraySource y) {
        if (initial == null) {
            return Nd4j.zeros(simulator.precision(), Shapes.withBatch(y.count(), simulator.causeShape()));
        }
        try (ArraySource x0 = problem.cause(simulator, initial, "the first guess x0")) {
            return x0.requireSizeOf(y).readAll(simulator.precision());
        }
    }

    private int finish(Inversion inversion, ArraySource y) {
        PrintWriter out = spec.commandLine().getOut();
        summarize(inversion, out);
        if (trace != null) {
            ArrayOutput.write(trace, inversion.trace().toCsv().getBytes(StandardCharsets.UTF_8));
        }
        if (inversion.outcomes().stream().allMatch(outcome -> outcome.status() == Status.DIVERGED)) {
            throw new CommandException(
                    ExitCode.DIVERGED,
                    "every example diverged, " + output + " is not written: "
                            + inversion.outcomes().get(0).reason(),
                    null);
        }
        ArrayOutput.write(output, inversion.x(), y.type(), out);
        return ExitCode.DONE;
    }

    private void summarize(Inversion inversion, PrintWriter out) {
        List<Outcome> outcomes = inversion.outcomes();
        out.printf(
                Locale.ROOT,
                "mean loss %.6g at the start, %.6g after %s%n",
                mean(inversion.trace().first()),
                mean(inversion.trace().last()),
                steps.of(solverType));
        out.println(Arrays.stream(Status.values())
                .map(status -> Map.entry(
                        status,
                        outcomes.stream()
                                .filter(outcome -> outcome.status() == status)
                                .count()))
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + name(count.getKey()))
                .collect(Collectors.joining(", ", "examples: ", "")));
        for (int example = 0, listed = 0; example < outcomes.size() && listed < LISTED; example++) {
            Outcome outcome = outcomes.get(example);
            boolean failed = outcome.status() == Status.STALLED || outcome.status() == Status.DIVERGED;
            if (failed || outcomes.size() <= LISTED) {
                listed++;
                out.printf(
                        Locale.ROOT,
                        "  %d: %s, loss %.6g, %d evaluations%s%n",
                        example,
                        name(outcome.status()),
                        outcome.loss(),
                        outcome.evaluations(),
                        outcome.reason().isEmpty() ? "" : ": " + outcome.reason());
            }
        }
        out.flush();
    }

    private static double mean(double[] losses) {
        return Arrays.stream(losses).average().orElseThrow();
    }

    private static String name(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
