package org.physgrad.cli.plugins;

import java.util.concurrent.Callable;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.plugins.PluginRepositories;
import org.physgrad.plugins.Plugins;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands that manage plug-ins. */
@Command(name = "plugin", description = "Writes, finds, installs, updates, removes and checks plug-ins.")
public final class PluginCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    private PluginCommand() {}

    /**
     * Adds the group to a command line.
     *
     * @param line the command line
     * @param plugins the plug-ins of this installation
     * @param repositories where plug-ins can be had
     * @param catalog the installed parts
     */
    public static void addTo(CommandLine line, Plugins plugins, PluginRepositories repositories, Catalog catalog) {
        Sources sources = new Sources(repositories);
        CommandLine group = new CommandLine(new PluginCommand());
        group.addSubcommand(new PluginListCommand(plugins));
        group.addSubcommand(new PluginSearchCommand(repositories));
        group.addSubcommand(new PluginInstallCommand(plugins, sources));
        group.addSubcommand(new PluginUpdateCommand(plugins, sources));
        group.addSubcommand(new PluginRemoveCommand(plugins));
        group.addSubcommand(new PluginNewCommand(catalog));
        group.addSubcommand(new PluginVerifyCommand(plugins, sources, catalog));
        group.addSubcommand(new PluginRepositoryCommand(repositories));
        group.addSubcommand(new PluginIndexCommand(repositories));
        line.addSubcommand(group);
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to do with plug-ins, such as: plugin list");
    }
}
