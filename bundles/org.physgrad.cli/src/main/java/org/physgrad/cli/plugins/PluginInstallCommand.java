package org.physgrad.cli.plugins;

import java.util.concurrent.Callable;
import org.physgrad.cli.ExitCode;
import org.physgrad.plugins.PluginException;
import org.physgrad.plugins.Plugins;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Installs a plug-in. */
@Command(name = "install", description = "Installs a plug-in, for this run of the program and all later ones.")
final class PluginInstallCommand implements Callable<Integer> {

    private final Plugins plugins;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SOURCE", description = "a bundle jar or a feature file, or the web address of one")
    private String source;

    PluginInstallCommand(Plugins plugins) {
        this.plugins = plugins;
    }

    @Override
    public Integer call() {
        try {
            spec.commandLine().getOut().println("Installed " + plugins.install(Sources.address(source)));
            spec.commandLine().getOut().flush();
            return ExitCode.DONE;
        } catch (PluginException e) {
            throw Sources.refused(source + " is not installed", e);
        }
    }
}
