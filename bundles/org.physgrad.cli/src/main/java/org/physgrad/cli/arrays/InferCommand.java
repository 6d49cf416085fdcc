package org.physgrad.cli.arrays;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.physgrad.cli.CommandException;
import org.physgrad.cli.ExitCode;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.inference.FileInference;
import org.physgrad.engine.inference.InferenceFiles;
import org.physgrad.engine.inference.InferenceSummary;
import org.physgrad.engine.inference.Refinement;
import org.physgrad.engine.inference.TrainedModel;
import org.physgrad.files.FileFailure;
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
    private int batch = FileInference.BATCH;

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
        ArrayOutput.check(output);
        if (effects != null) {
            ArrayOutput.check(effects);
        }
        if (residuals != null) {
            ArrayOutput.check(residuals);
        }
        try (TrainedModel model = argument.open(catalog)) {
            infer(model);
        }
        return ExitCode.DONE;
    }

    private void infer(TrainedModel model) {
        Map<String, String> context = contextFiles.named(
                model.experiment().problem().type(), model.problem().simulator());
        InferenceFiles files = new InferenceFiles(
                input, context, output, Optional.ofNullable(effects), Optional.ofNullable(residuals));
        Optional<Refinement> refinement =
                Optional.ofNullable(solverType).map(solver -> new Refinement(solver, solverSettings, steps.count()));
        InferenceSummary summary;
        try {
            summary = new FileInference(catalog, model)
                    .run(files, refinement, batch, (first, size, answered, answer) -> true)
                    .orElseThrow();
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILED, "the answers cannot be written: " + FileFailure.describe(e), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        InferSummary.print(out, summary, model.experiment().name() + " after " + model.iteration() + " iterations");
        if (solverType != null) {
            InferSummary.printRefined(out, summary, steps.of(solverType));
        }
        out.println("wrote " + output + (effects == null ? "" : ", " + effects)
                + (residuals == null ? "" : ", " + residuals));
        out.flush();
    }
}
