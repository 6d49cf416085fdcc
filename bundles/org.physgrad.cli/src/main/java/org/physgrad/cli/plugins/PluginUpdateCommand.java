package org.physgrad.cli.plugins;

import java.util.concurrent.Callable;
import org.physgrad.cli.ExitCode;
import org.physgrad.plugins.PluginException;
import org.physgrad.plugins.Plugins;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Updates a plug-in. */
@Command(name = "update", description = "Puts another version in the place of an installed plug-in.")
final class PluginUpdateCommand implements Callable<Integer> {

    private final Plugins plugins;
    private final Sources sources;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SOURCE", description = Sources.DESCRIPTION)
    private String argument;

    PluginUpdateCommand(Plugins plugins, Sources sources) {
        this.plugins = plugins;
        this.sources = sources;
    }

    @Override
    public Integer call() {
        try {
            Plugins.Change change = plugins.update(sources.source(argument), step -> {});
            spec.commandLine().getOut().println("Updated to " + change.plugin() + "; " + Leaks.describe(change));
            spec.commandLine().getOut().flush();
            return ExitCode.DONE;
        } catch (PluginException e) {
            throw Sources.refused(argument + " is not installed, all is as before", e);
        }
    }
}
