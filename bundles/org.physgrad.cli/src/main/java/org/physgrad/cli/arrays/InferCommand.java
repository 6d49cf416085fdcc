package org.physgrad.cli.arrays;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.Context;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.Simulator;
import org.physgrad.cli.CommandException;
import org.physgrad.cli.ExitCode;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.inference.Answer;
import org.physgrad.engine.inference.Inference;
import org.physgrad.engine.inference.TrainedModel;
import org.physgrad.files.ArraySource;
import org.physgrad.math.Shapes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Answers a user's observations by a trained network. */
@Command(
        name = "infer",
        description = {
            "Finds causes x of observations y* by a trained network: x = NN(y*).",
            ArrayCommands.FORMATS,
            "They are read and written in slices, so that they may be larger than the memory. docs/arrays.md tells more."
        })
final class InferCommand implements Callable<Integer> {

    private final Catalog catalog;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelArgument argument;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "observations y*")
    private String input;

    @Mixin
    private ContextFiles contextFiles;

    @Option(names = "--refine", paramLabel = "SOLVER", description = "an inverse solver that improves the answers")
    private String solverType;

    @Option(
            names = "--refine-set",
            paramLabel = "key=value",
            description = "a parameter of that solver, such as --refine-set iterations=100")
    private Map<String, String> solverSettings = new LinkedHashMap<>();

    @Mixin
    private SolverSteps steps;

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "where to write the causes x")
    private String output;

    @Option(names = "--effects", paramLabel = "FILE", description = "where to write their effects P(x)")
    private String effects;

    @Option(
            names = "--residuals",
            paramLabel = "FILE",
            description = {
                "where to write, as csv, each example's loss and residual ||P(x) - y*||,",
                "with --refine also those before it"
            })
    private Path residuals;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "examples held in memory at a time (default: ${DEFAULT-VALUE})")
    private int batch = 64;

    InferCommand(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Integer call() {
        steps.count(); // refused before any work is done
        if (batch < 1) {
            throw new ParameterException(spec.commandLine(), "--batch is " + batch + ", expected at least 1");
        }
        if (solverType == null && !solverSettings.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--refine-set needs --refine SOLVER");
        }
        try (TrainedModel model = argument.open(catalog)) {
            Simulator simulator = model.problem().simulator();
            String type = model.experiment().problem().type();
            try (ArraySource y = ArraySource.open(input, "the observation y* of " + type, simulator.effectShape());
                    ContextFiles.Sources context = contextFiles.open(type, simulator, y)) {
                if (solverType == null) {
                    answer(new Inference(model), model, y, context);
                } else {
                    try (Part<InverseSolver> solver =
                            PartMaker.make(catalog, Kind.SOLVER, solverType, solverSettings)) {
                        answer(new Inference(model, solver.get(), steps.count()), model, y, context);
                    }
                }
            }
        }
        return ExitCode.DONE;
    }

    private void answer(Inference inference, TrainedModel model, ArraySource y, ContextFiles.Sources context) {
        Simulator simulator = model.problem().simulator();
        InferSummary summary = new InferSummary();
        try (AnswerFiles files = files(simulator, y)) {
            for (long first = 0; first < y.size(); first += batch) {
                int count = (int) Math.min(batch, y.size() - first);
                Map<String, INDArray> arrays = context.read(first, count);
                try (INDArray target = y.read(first, count, simulator.precision());
                        Answer answer = inference.answer(new Batch(target, Context.of(arrays), Optional.empty()))) {
                    files.append(answer);
                    summary.add(answer);
                } finally {
                    arrays.values().forEach(INDArray::close);
                }
            }
            files.finish();
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILED, "the answers cannot be written: " + e.getMessage(), e);
        }
        report(model, summary);
    }

    private AnswerFiles files(Simulator simulator, ArraySource y) throws IOException {
        AnswerFiles files = new AnswerFiles();
        try {
            files.causes(output, y.type(), Shapes.withBatch(y.size(), simulator.causeShape()));
            if (effects != null) {
                files.effects(effects, y.type(), Shapes.withBatch(y.size(), simulator.effectShape()));
            }
            if (residuals != null) {
                files.residuals(residuals, solverType != null);
            }
            return files;
        } catch (IOException e) {
            files.close();
            throw new CommandException(ExitCode.USAGE, e.getMessage(), e);
        }
    }

    private void report(TrainedModel model, InferSummary summary) {
        PrintWriter out = spec.commandLine().getOut();
        summary.print(out, model.experiment().name() + " after " + model.iteration() + " iterations");
        if (solverType != null) {
            summary.printRefined(out, steps.of(solverType));
        }
        out.println("wrote " + output + (effects == null ? "" : ", " + effects)
                + (residuals == null ? "" : ", " + residuals));
        out.flush();
    }
}
