package org.physgrad.cli.plugins;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.physgrad.cli.ExitCode;
import org.physgrad.plugins.Plan;
import org.physgrad.plugins.PluginException;
import org.physgrad.plugins.PluginSource;
import org.physgrad.plugins.Plugins;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Installs a plug-in. */
@Command(name = "install", description = "Installs a plug-in, for this run of the program and all later ones.")
final class PluginInstallCommand implements Callable<Integer> {

    private final Plugins plugins;
    private final Sources sources;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SOURCE", description = Sources.DESCRIPTION)
    private String argument;

    @Option(names = "--dry-run", description = "only say what would happen")
    private boolean dryRun;

    PluginInstallCommand(Plugins plugins, Sources sources) {
        this.plugins = plugins;
        this.sources = sources;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            PluginSource source = sources.source(argument);
            if (dryRun) {
                Plan plan = plugins.explain(source);
                if (!plan.obstacles().isEmpty()) {
                    throw new PluginException(plan.obstacles(), null);
                }
                out.println(Sources.describe(plan));
            } else {
                out.println("Installed " + plugins.install(source, step -> {}));
            }
            out.flush();
            return ExitCode.DONE;
        } catch (PluginException e) {
            throw Sources.refused(argument + (dryRun ? " cannot be installed" : " is not installed"), e);
        }
    }
}
