package org.physgrad.plugins;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where plug-ins can be had: folders and plain web servers with an index that names files, hashes and needs. What was fetched once stays usable when its
 * repository cannot be reached. Calls may take as long as a network takes: not for an event thread.
 */
@ProviderType
public interface PluginRepositories {

    /** Name of the index in the folder of a repository. */
    String INDEX = "index.json";

    /**
     * What all repositories offer.
     *
     * @param offers by name, the newest version of each first
     * @param troubles repositories that could not be read, and what was done instead, for people
     */
    record Listing(List<PluginOffer> offers, List<String> troubles) {}

    /**
     * Lists the repositories.
     *
     * @return their addresses, in the order in which they were added
     * @throws PluginException if the list cannot be read
     */
    List<URI> addresses() throws PluginException;

    /**
     * Adds a repository.
     *
     * @param address address of the folder that its index is in
     * @throws PluginException if there is no index, or the repository is in the list already; nothing has changed then
     */
    void add(URI address) throws PluginException;

    /**
     * Removes a repository from the list. Plug-ins that came from it stay.
     *
     * @param address its address, as {@link #addresses} has it
     * @throws PluginException if it is not in the list
     */
    void remove(URI address) throws PluginException;

    /**
     * Asks all repositories what they offer.
     *
     * @return the offers; those of a repository that cannot be reached are the ones it had last time
     */
    Listing browse();

    /**
     * Finds the newest version of a plug-in that fits this PhysGrad.
     *
     * @param name its name
     * @return the offer
     * @throws PluginException if nobody offers it, or no version fits, with every reason
     */
    PluginOffer newest(String name) throws PluginException;

    /**
     * Makes a folder a repository: writes an index of the plug-ins that lie in it.
     *
     * @param folder bundle jars, and feature files with their bundles
     * @return what the index lists
     * @throws PluginException if a file is no plug-in, or two are the same version of one; no index is written then
     */
    List<PluginOffer> index(Path folder) throws PluginException;
}
