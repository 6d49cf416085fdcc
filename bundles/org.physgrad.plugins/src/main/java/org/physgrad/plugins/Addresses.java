package org.physgrad.plugins;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Addresses as people write them: of the web, or paths of this machine. */
public final class Addresses {

    private Addresses() {}

    /**
     * Reads an address.
     *
     * @param text begins with {@code http:}, {@code https:} or {@code file:}, or is a path
     * @param folder what a relative path starts from
     * @return the address, absolute
     * @throws PluginException if it is neither
     */
    public static URI read(String text, Path folder) throws PluginException {
        try {
            return text.matches("(https?|file):.*")
                    ? new URI(text)
                    : folder.resolve(text).toAbsolutePath().normalize().toUri();
        } catch (URISyntaxException | InvalidPathException e) {
            throw new PluginException(text + " is neither an address nor a path: " + e.getMessage(), e);
        }
    }
}
