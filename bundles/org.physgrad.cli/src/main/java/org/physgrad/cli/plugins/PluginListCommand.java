package org.physgrad.cli.plugins;

import com.google.gson.Gson;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.physgrad.cli.ExitCode;
import org.physgrad.plugins.Plugin;
import org.physgrad.plugins.Plugins;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the installed plug-ins. */
@Command(name = "list", description = "Lists the installed plug-ins.")
final class PluginListCommand implements Callable<Integer> {

    private final Plugins plugins;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "print one JSON array")
    private boolean json;

    PluginListCommand(Plugins plugins) {
        this.plugins = plugins;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Plugin> installed = plugins.installed();
        if (json) {
            out.println(new Gson().toJson(installed));
        } else if (installed.isEmpty()) {
            out.println("No plug-ins are installed; install one with: plugin install FILE");
        } else {
            for (Plugin plugin : installed) {
                String reason = plugins.unavailable(plugin.name())
                        .map(why -> "  (not running: " + why + ")")
                        .orElse("");
                out.println(plugin + "  " + plugin.description() + reason);
            }
        }
        out.flush();
        return ExitCode.DONE;
    }
}
