package org.physgrad.cli.arrays;

import java.io.IOException;
import java.nio.file.Path;
import org.physgrad.cli.CommandException;
import org.physgrad.cli.ExitCode;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.inference.TrainedModel;
import org.physgrad.files.FileFailure;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The trained network that a user names. */
final class ModelArgument {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "a run folder, or a file that export has written")
    private Path path;

    /** Opens it; close it afterwards. */
    TrainedModel open(Catalog catalog) {
        try {
            return TrainedModel.open(catalog, path, this::warn);
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT_FILE, FileFailure.describe(e), e);
        }
    }

    private void warn(Path damaged) {
        spec.commandLine().getErr().println("physgrad: " + damaged + " is damaged; taking the checkpoint before it");
    }
}
