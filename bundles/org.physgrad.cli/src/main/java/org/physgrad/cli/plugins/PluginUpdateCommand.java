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

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SOURCE", description = "a bundle jar or a feature file, or the web address of one")
    private String source;

    PluginUpdateCommand(Plugins plugins) {
        this.plugins = plugins;
    }

    @Override
    public Integer call() {
        try {
            Plugins.Change change = plugins.update(Sources.address(source));
            spec.commandLine().getOut().println("Updated to " + change.plugin() + "; " + Leaks.describe(change));
            spec.commandLine().getOut().flush();
            return ExitCode.DONE;
        } catch (PluginException e) {
            throw Sources.refused(source + " is not installed, all is as before", e);
        }
    }
}
