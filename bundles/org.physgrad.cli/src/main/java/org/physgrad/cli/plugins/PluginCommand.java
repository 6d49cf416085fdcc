package org.physgrad.cli.plugins;

import java.util.concurrent.Callable;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.plugins.Plugins;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands that manage plug-ins. */
@Command(name = "plugin", description = "Installs, updates, removes, checks and begins plug-ins.")
public final class PluginCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    private PluginCommand() {}

    /**
     * Adds the group to a command line.
     *
     * @param line the command line
     * @param plugins the plug-ins of this installation
     * @param catalog the installed parts
     */
    public static void addTo(CommandLine line, Plugins plugins, Catalog catalog) {
        CommandLine group = new CommandLine(new PluginCommand());
        group.addSubcommand(new PluginListCommand(plugins));
        group.addSubcommand(new PluginInstallCommand(plugins));
        group.addSubcommand(new PluginUpdateCommand(plugins));
        group.addSubcommand(new PluginRemoveCommand(plugins));
        group.addSubcommand(new PluginVerifyCommand(plugins, catalog));
        line.addSubcommand(group);
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to do with plug-ins, such as: plugin list");
    }
}
