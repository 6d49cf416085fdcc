package org.physgrad.cli.plugins;

import java.util.concurrent.Callable;
import org.physgrad.cli.ExitCode;
import org.physgrad.plugins.PluginException;
import org.physgrad.plugins.Plugins;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes a plug-in. */
@Command(name = "remove", description = "Removes a plug-in; runs that use it pause.")
final class PluginRemoveCommand implements Callable<Integer> {

    private final Plugins plugins;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "its name, as plugin list shows it")
    private String name;

    PluginRemoveCommand(Plugins plugins) {
        this.plugins = plugins;
    }

    @Override
    public Integer call() {
        try {
            Plugins.Change change = plugins.remove(name);
            spec.commandLine().getOut().println("Removed " + change.plugin() + "; " + Leaks.describe(change));
            spec.commandLine().getOut().flush();
            return ExitCode.DONE;
        } catch (PluginException e) {
            throw Sources.refused("nothing is removed", e);
        }
    }
}
