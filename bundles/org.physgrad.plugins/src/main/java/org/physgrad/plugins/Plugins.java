package org.physgrad.plugins;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The plug-ins of this installation, shaped after the Feature Launcher of OSGi (specification 160). A source is a bundle jar or a feature, an OSGi R8 Feature in
 * JSON whose bundles lie beside it. Nothing changes before all of it has been checked, and what fails is rolled back. What is installed is there again at the
 * next start. Calls take as long as files and bundles take: not for an event thread.
 */
@ProviderType
public interface Plugins {

    /**
     * What an operation came to.
     *
     * @param plugin the plug-in after it; the removed one after a removal
     * @param released whether all classes of the version that is gone have been let go of; true where there was none
     */
    record Change(Plugin plugin, boolean released) {}

    /**
     * Lists the plug-ins.
     *
     * @return what is installed, sorted by name
     */
    List<Plugin> installed();

    /**
     * Says why the parts of an installed plug-in cannot be used.
     *
     * @param name its name
     * @return the reason, for people; empty if it runs
     */
    Optional<String> unavailable(String name);

    /**
     * Says what installing a plug-in, or updating to it, would do, and changes nothing.
     *
     * @param source where it is
     * @return what would happen, and what stands against it
     * @throws PluginException if its files cannot be read or are not what they should be
     */
    Plan explain(PluginSource source) throws PluginException;

    /**
     * Says what would go with an installed plug-in, and changes nothing.
     *
     * @param name its name
     * @return its parts, such as {@code solver/newton}; runs that use one would pause
     * @throws PluginException if there is none of this name
     */
    List<String> explainRemoval(String name) throws PluginException;

    /**
     * Installs and starts a plug-in.
     *
     * @param source where it is
     * @param progress told what is being done, in words that follow "now", on the thread of the call
     * @return what is installed now
     * @throws PluginException if it cannot be, with every reason; nothing has changed then
     */
    Plugin install(PluginSource source, Consumer<String> progress) throws PluginException;

    /**
     * Puts another version in the place of an installed plug-in. Runs that use its parts take the new ones at their next iteration.
     *
     * @param source where the other version is
     * @param progress told what is being done, in words that follow "now", on the thread of the call
     * @return what is installed now
     * @throws PluginException if it cannot be, with every reason; the old version goes on then
     */
    Change update(PluginSource source, Consumer<String> progress) throws PluginException;

    /**
     * Removes a plug-in. Runs that use its parts pause.
     *
     * @param name its name
     * @return what is gone
     * @throws PluginException if there is none of this name
     */
    Change remove(String name) throws PluginException;
}
