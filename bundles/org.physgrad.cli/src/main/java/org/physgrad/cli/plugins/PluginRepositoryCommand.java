package org.physgrad.cli.plugins;

import java.net.URI;
import java.util.List;
import org.physgrad.cli.ExitCode;
import org.physgrad.plugins.PluginException;
import org.physgrad.plugins.PluginRepositories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Manages the list of repositories. */
@Command(name = "repository", description = "Adds, removes and lists the repositories that plug-ins are looked for in.")
final class PluginRepositoryCommand implements Runnable {

    private static final String ADDRESS = "a folder with an index, on this machine or a web server";

    private final PluginRepositories repositories;

    @Spec
    private CommandSpec spec;

    PluginRepositoryCommand(PluginRepositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do with repositories, such as: plugin repository list");
    }

    @Command(name = "add", description = "Adds a repository.")
    int add(@Parameters(paramLabel = "ADDRESS", description = ADDRESS) String address) {
        try {
            URI repository = Sources.address(address);
            repositories.add(repository);
            return say("Added " + repository);
        } catch (PluginException e) {
            throw Sources.refused(address + " is not added", e);
        }
    }

    @Command(name = "remove", description = "Removes a repository; plug-ins that came from it stay.")
    int remove(@Parameters(paramLabel = "ADDRESS", description = ADDRESS) String address) {
        try {
            URI repository = Sources.address(address);
            repositories.remove(repository);
            return say("Removed " + repository);
        } catch (PluginException e) {
            throw Sources.refused("nothing is removed", e);
        }
    }

    @Command(name = "list", description = "Lists the repositories.")
    int list() {
        List<URI> addresses;
        try {
            addresses = repositories.addresses();
        } catch (PluginException e) {
            throw Sources.refused("nothing is listed", e);
        }
        return say(
                addresses.isEmpty()
                        ? "There are no repositories; add one with: plugin repository add ADDRESS"
                        : String.join(
                                System.lineSeparator(),
                                addresses.stream().map(URI::toString).toList()));
    }

    private int say(String text) {
        spec.commandLine().getOut().println(text);
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
