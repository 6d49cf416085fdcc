package org.physgrad.plugins;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/** Where a user's plug-ins are kept. */
record PluginFolder(Path root) {

    /** Finds the folder: as the environment says, or among the user's data by the custom of the platform. */
    static PluginFolder of(BundleContext context) {
        String chosen = System.getenv("PHYSGRAD_PLUGINS");
        if (chosen != null) {
            return new PluginFolder(Path.of(chosen));
        }
        String data = System.getenv("XDG_DATA_HOME");
        String local = System.getenv("LOCALAPPDATA");
        Path base = data != null
                ? Path.of(data)
                : local != null ? Path.of(local) : Path.of(context.getProperty("user.home"), ".local", "share");
        return new PluginFolder(base.resolve("physgrad").resolve("plugins"));
    }

    /** The installed plug-ins. */
    Path installed() {
        return root.resolve("installed");
    }

    /** Copies of what came from elsewhere, so that it stays usable without a network. */
    Path fetched() {
        return root.resolve("fetched");
    }

    /** The watched folder: jars dropped here are installed. */
    Path dropped() {
        return root.resolve("drop");
    }

    /** Locked by the process that changes what is here. */
    Path lock() {
        return root.resolve(".lock");
    }

    /** The list of repositories. */
    Path repositories() {
        return root.resolve("repositories.json");
    }
}
