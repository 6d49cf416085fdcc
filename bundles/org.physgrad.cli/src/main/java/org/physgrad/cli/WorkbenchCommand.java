package org.physgrad.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stands for the window in the help: the start script opens that itself where {@code workbench} is the first word. */
@Command(name = "workbench", description = "Opens the window.")
final class WorkbenchCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "the folder of experiments and runs (default: this one)")
    private Path folder;

    @Override
    public Integer call() {
        String where = folder == null ? "" : " " + folder;
        throw new CommandException(
                ExitCode.USAGE,
                "options stand behind the command, as in: physgrad workbench" + where + " --verbose",
                null);
    }
}
