package org.physgrad.cli.arrays;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.physgrad.cli.CommandException;
import org.physgrad.cli.ExitCode;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.inference.TrainedModel;
import org.physgrad.files.FileFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a trained network with its experiment to one file. */
@Command(
        name = "export",
        description = "Writes a trained network with its experiment to one file, for infer and for other programs.")
final class ExportCommand implements Callable<Integer> {

    private final Catalog catalog;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelArgument argument;

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "the file, such as model.zip")
    private Path output;

    ExportCommand(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Integer call() {
        ArrayOutput.check(output);
        try (TrainedModel model = argument.open(catalog)) {
            model.export(output);
            spec.commandLine()
                    .getOut()
                    .println("wrote " + output + ": " + model.experiment().name() + " after " + model.iteration()
                            + " iterations");
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILED, output + " cannot be written: " + FileFailure.reason(e), e);
        }
    }
}
