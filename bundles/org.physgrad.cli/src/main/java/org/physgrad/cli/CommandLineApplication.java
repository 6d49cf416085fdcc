package org.physgrad.cli;

import java.util.function.ToIntFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.cli.arrays.ArrayCommands;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.experiment.Finding;
import org.physgrad.engine.experiment.InvalidExperimentException;
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

    private final Catalog catalog;

    /**
     * Made by Declarative Services.
     *
     * @param catalog the installed parts
     */
    @Activate
    public CommandLineApplication(@Reference Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public int applyAsInt(String[] arguments) {
        CommandLine line = new CommandLine(new PhysGradCommand());
        line.getCommandSpec().addOption(VERBOSE);
        line.addSubcommand(new RunCommand(catalog));
        line.addSubcommand(new ResumeCommand(catalog));
        line.addSubcommand(new ListCommand(catalog));
        line.addSubcommand(new DescribeCommand(catalog));
        line.addSubcommand(new BenchCommand(catalog));
        ArrayCommands.addTo(line, catalog);
        line.setExecutionExceptionHandler((exception, command, parsed) -> report(exception, command));
        return line.execute(arguments);
    }

    private static int report(Exception exception, CommandLine command) throws Exception {
        if (exception instanceof CommandException failure) {
            command.getErr().println("physgrad: " + failure.getMessage());
            return failure.exitCode();
        }
        if (exception instanceof InvalidExperimentException invalid) {
            invalid.findings().forEach(finding -> command.getErr().println("physgrad: " + finding));
            boolean missing = invalid.findings().stream().allMatch(Finding::missingPart);
            return missing ? ExitCode.MISSING_PLUGIN : ExitCode.INVALID_EXPERIMENT;
        }
        throw exception;
    }
}
