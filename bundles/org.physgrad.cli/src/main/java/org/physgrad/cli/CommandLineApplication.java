package org.physgrad.cli;

import java.util.function.ToIntFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.cli.arrays.ArrayCommands;
import org.physgrad.cli.plugins.PluginCommand;
import org.physgrad.cli.sweep.SweepCommands;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.plugins.PluginRepositories;
import org.physgrad.plugins.Plugins;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** The command line as the launcher sees it: a function from arguments to an exit code. */
@Component(service = ToIntFunction.class, property = "org.physgrad.application=cli")
public final class CommandLineApplication implements ToIntFunction<String[]> {

    /** Only explained here: the launcher has acted on it before any command starts. */
    private static final OptionSpec VERBOSE = OptionSpec.builder("--verbose")
            .type(boolean.class)
            .scopeType(ScopeType.INHERIT)
            .description("say more on standard error")
            .build();

    /** The same: the launcher and the bundle of plug-ins act on it. */
    private static final OptionSpec SAFE_MODE = OptionSpec.builder("--safe-mode")
            .type(boolean.class)
            .scopeType(ScopeType.INHERIT)
            .description("start without the installed plug-ins")
            .build();

    private final Catalog catalog;
    private final Plugins plugins;
    private final PluginRepositories repositories;

    /**
     * Made by Declarative Services.
     *
     * @param catalog the installed parts
     * @param plugins the plug-ins of this installation, started by now
     * @param repositories where plug-ins can be had
     */
    @Activate
    public CommandLineApplication(
            @Reference Catalog catalog, @Reference Plugins plugins, @Reference PluginRepositories repositories) {
        this.catalog = catalog;
        this.plugins = plugins;
        this.repositories = repositories;
    }

    @Override
    public int applyAsInt(String[] arguments) {
        CommandLine line = new CommandLine(new PhysGradCommand());
        line.getCommandSpec().addOption(VERBOSE);
        line.getCommandSpec().addOption(SAFE_MODE);
        line.addSubcommand(new RunCommand(catalog));
        line.addSubcommand(new ResumeCommand(catalog));
        line.addSubcommand(new ListCommand(catalog));
        line.addSubcommand(new DescribeCommand(catalog));
        line.addSubcommand(new BenchCommand(catalog));
        line.addSubcommand(new WorkbenchCommand());
        line.addSubcommand(new ReportCommand(catalog));
        ArrayCommands.addTo(line, catalog);
        SweepCommands.addTo(line, catalog);
        PluginCommand.addTo(line, plugins, repositories, catalog);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(new Failures());
        return line.execute(arguments);
    }
}
