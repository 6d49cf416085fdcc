package org.physgrad.cli.plugins;

import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.physgrad.cli.ExitCode;
import org.physgrad.plugins.PluginException;
import org.physgrad.plugins.PluginOffer;
import org.physgrad.plugins.PluginRepositories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches the repositories. */
@Command(name = "search", description = "Lists the plug-ins that repositories offer.")
final class PluginSearchCommand implements Callable<Integer> {

    private final PluginRepositories repositories;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "TEXT",
            arity = "0..1",
            description = "a piece of the name, the description or a part; everything if left out")
    private String text = "";

    PluginSearchCommand(PluginRepositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (known().isEmpty()) {
            out.println("There are no repositories; add one with: plugin repository add ADDRESS");
            out.flush();
            return ExitCode.DONE;
        }
        PluginRepositories.Listing listing = repositories.browse();
        listing.troubles().forEach(trouble -> spec.commandLine().getErr().println("physgrad: " + trouble));
        List<PluginOffer> found =
                listing.offers().stream().filter(this::matches).toList();
        if (found.isEmpty()) {
            out.println("Nothing is offered" + (text.isEmpty() ? "" : " that has '" + text + "' in it"));
        }
        for (PluginOffer offer : found) {
            out.println(offer + "  " + offer.description() + "  [" + String.join(", ", offer.parts()) + "]");
            offer.obstacles().forEach(obstacle -> out.println("    does not fit: " + obstacle));
        }
        out.flush();
        spec.commandLine().getErr().flush();
        return ExitCode.DONE;
    }

    private List<URI> known() {
        try {
            return repositories.addresses();
        } catch (PluginException e) {
            throw Sources.refused("nothing is searched", e);
        }
    }

    private boolean matches(PluginOffer offer) {
        String all = offer.name() + " " + offer.description() + " " + String.join(" ", offer.parts());
        return all.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
