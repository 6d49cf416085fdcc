package org.physgrad.cli.plugins;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.physgrad.cli.CommandException;
import org.physgrad.cli.ExitCode;
import org.physgrad.plugins.Addresses;
import org.physgrad.plugins.Plan;
import org.physgrad.plugins.PluginException;
import org.physgrad.plugins.PluginRepositories;
import org.physgrad.plugins.PluginSource;

/** Where a plug-in comes from on the command line: a path, a web address, or the name of one that a repository offers. */
final class Sources {

    /** How the argument is described. */
    static final String DESCRIPTION =
            "a bundle jar or a feature file, the web address of one, or the name of a plug-in that a repository offers";

    private final PluginRepositories repositories;

    Sources(PluginRepositories repositories) {
        this.repositories = repositories;
    }

    /** Turns an argument into a source. */
    PluginSource source(String argument) throws PluginException {
        boolean name = argument.matches("[\\w.-]+")
                && !argument.endsWith(".jar")
                && !argument.endsWith(".json")
                && !Files.exists(Path.of(argument));
        return name ? repositories.newest(argument).source() : PluginSource.of(address(argument));
    }

    /** Turns an argument into an address. */
    static URI address(String argument) throws PluginException {
        return Addresses.read(argument, Path.of(""));
    }

    /** Says what would happen. */
    static String describe(Plan plan) {
        String verb =
                plan.replaces().map(old -> "Would replace " + old + " with ").orElse("Would install ");
        String gained = plan.gained().isEmpty() ? "" : "; new parts: " + String.join(", ", plan.gained());
        String lost =
                plan.lost().isEmpty() ? "" : "; parts that go, whose runs pause: " + String.join(", ", plan.lost());
        return verb + plan.plugin() + gained + lost;
    }

    /** The error of a command whose plug-in was refused. */
    static CommandException refused(String what, PluginException e) {
        return new CommandException(ExitCode.INPUT_FILE, what + ": " + String.join("\n  ", e.reasons()), e);
    }
}
