package org.physgrad.cli.plugins;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.physgrad.cli.ExitCode;
import org.physgrad.plugins.PluginException;
import org.physgrad.plugins.PluginRepositories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a repository. */
@Command(
        name = "index",
        description = {
            "Makes a folder a repository: writes an index of the plug-ins in it, with hashes and needs.",
            "Any web server can serve the folder as it is."
        })
final class PluginIndexCommand implements Callable<Integer> {

    private final PluginRepositories repositories;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "bundle jars, and feature files with their bundles")
    private Path folder;

    PluginIndexCommand(PluginRepositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            repositories
                    .index(folder.toAbsolutePath().normalize())
                    .forEach(offer -> out.println(offer + "  [" + String.join(", ", offer.parts()) + "]"));
        } catch (PluginException e) {
            throw Sources.refused("no index is written", e);
        }
        out.println("Wrote " + folder.resolve(PluginRepositories.INDEX));
        out.flush();
        return ExitCode.DONE;
    }
}
