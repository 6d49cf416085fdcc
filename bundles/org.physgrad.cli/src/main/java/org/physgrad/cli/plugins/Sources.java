package org.physgrad.cli.plugins;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.physgrad.cli.CommandException;
import org.physgrad.cli.ExitCode;
import org.physgrad.plugins.PluginException;

/** Where a plug-in comes from on the command line: a path or a web address. */
final class Sources {

    private Sources() {}

    /** Turns an argument into an address. */
    static URI address(String argument) {
        if (argument.matches("(https?|file):.*")) {
            try {
                return new URI(argument);
            } catch (URISyntaxException e) {
                throw new CommandException(ExitCode.INPUT_FILE, argument + " is no address: " + e.getMessage(), e);
            }
        }
        return Path.of(argument).toAbsolutePath().normalize().toUri();
    }

    /** The error of a command whose plug-in was refused. */
    static CommandException refused(String what, PluginException e) {
        return new CommandException(ExitCode.INPUT_FILE, what + ": " + String.join("\n  ", e.reasons()), e);
    }
}
