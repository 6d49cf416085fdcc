package org.physgrad.plugins;

import java.net.URI;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The plug-ins of this installation, shaped after the Feature Launcher of OSGi (specification 160). A source is a bundle jar or a feature, an OSGi R8 Feature in
 * JSON whose bundles lie beside it. Nothing changes before all of it has been checked, and what fails is rolled back. What is installed is there again at the
 * next start.
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
     * Checks a source against what is there, and changes nothing.
     *
     * @param source a bundle jar or a feature file
     * @return the plug-in that it holds
     * @throws PluginException if it could not be installed, with every reason
     */
    Plugin check(URI source) throws PluginException;

    /**
     * Installs and starts a plug-in.
     *
     * @param source a bundle jar or a feature file
     * @return what is installed now
     * @throws PluginException if it cannot be, with every reason; nothing has changed then
     */
    Plugin install(URI source) throws PluginException;

    /**
     * Puts another version in the place of an installed plug-in. Runs that use its parts take the new ones at their next iteration.
     *
     * @param source a bundle jar or a feature file of the same name
     * @return what is installed now
     * @throws PluginException if it cannot be, with every reason; the old version goes on then
     */
    Change update(URI source) throws PluginException;

    /**
     * Removes a plug-in. Runs that use its parts pause.
     *
     * @param name its name
     * @return what is gone
     * @throws PluginException if there is none of this name
     */
    Change remove(String name) throws PluginException;
}
