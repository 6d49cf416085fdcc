package org.physgrad.cli.plugins;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.physgrad.cli.ExitCode;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.PartType;
import org.physgrad.plugins.Plan;
import org.physgrad.plugins.Plugin;
import org.physgrad.plugins.PluginException;
import org.physgrad.plugins.PluginSource;
import org.physgrad.plugins.Plugins;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a plug-in: whether it fits, whether its parts keep their contracts, whether it can be removed without a trace. */
@Command(
        name = "verify",
        description = {
            "Checks a plug-in without keeping it: what it needs, its version of the API, its type names;",
            "whether its parts keep the contracts of their kinds;",
            "and whether all its classes are released when it is removed. Exit code 1 if a check fails."
        })
final class PluginVerifyCommand implements Callable<Integer> {

    private final Plugins plugins;
    private final Sources sources;
    private final Catalog catalog;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SOURCE", description = Sources.DESCRIPTION)
    private String argument;

    PluginVerifyCommand(Plugins plugins, Sources sources, Catalog catalog) {
        this.plugins = plugins;
        this.sources = sources;
        this.catalog = catalog;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean passed = true;
        Plugins.Change gone;
        try {
            PluginSource source = sources.source(argument);
            Plan plan = plugins.explain(source);
            if (!plan.obstacles().isEmpty()) {
                throw new PluginException(plan.obstacles(), null);
            }
            Plugin plugin = plan.plugin();
            out.println(plugin + ": all that it needs is here, and its type names are free");
            if (plan.replaces().isPresent()) {
                throw new PluginException(
                        plugin.name() + " is installed; remove it first, or start with --safe-mode", null);
            }
            List<PartType> before = types();
            plugins.install(source, step -> {});
            try {
                List<PartType> parts = new ArrayList<>(types());
                parts.removeAll(before);
                if (parts.isEmpty()) {
                    out.println("FAILED  it offers no parts; is a class annotated with @Component(factory = ...)?");
                    passed = false;
                }
                for (PartType part : parts) {
                    out.println(part.kind().name() + " " + part.name() + ": " + part.title());
                    passed &= spec.root().commandLine().execute("check", part.name()) == ExitCode.DONE;
                }
            } finally {
                gone = plugins.remove(plugin.name());
            }
        } catch (PluginException e) {
            throw Sources.refused(argument + " does not pass", e);
        }
        out.println((gone.released() ? "passed  " : "FAILED  ") + Leaks.describe(gone));
        passed &= gone.released();
        out.println(argument + (passed ? ": passed" : ": FAILED"));
        out.flush();
        return passed ? ExitCode.DONE : ExitCode.FAILED;
    }

    private List<PartType> types() {
        return Kind.ALL.stream().flatMap(kind -> catalog.types(kind).stream()).toList();
    }
}
