package org.physgrad.plugins;

import java.net.URI;
import java.util.Map;

/**
 * Where a plug-in comes from.
 *
 * @param address a bundle jar or a feature file, by file or web address
 * @param hashes SHA-256 of each of its files by their addresses, as the index of a repository states them; empty where nobody does
 */
public record PluginSource(URI address, Map<URI, String> hashes) {

    /** Copies the hashes. */
    public PluginSource {
        hashes = Map.copyOf(hashes);
    }

    /**
     * A source that is in no repository.
     *
     * @param address a bundle jar or a feature file
     * @return the source
     */
    public static PluginSource of(URI address) {
        return new PluginSource(address, Map.of());
    }
}
