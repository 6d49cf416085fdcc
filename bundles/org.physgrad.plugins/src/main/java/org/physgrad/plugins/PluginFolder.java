package org.physgrad.plugins;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/** Where a user's plug-ins are kept. */
final class PluginFolder {

    private PluginFolder() {}

    /** Finds the folder: as the environment says, or among the user's data by the custom of the platform. */
    static Path of(BundleContext context) {
        String chosen = System.getenv("PHYSGRAD_PLUGINS");
        if (chosen != null) {
            return Path.of(chosen);
        }
        String data = System.getenv("XDG_DATA_HOME");
        String local = System.getenv("LOCALAPPDATA");
        Path base = data != null
                ? Path.of(data)
                : local != null ? Path.of(local) : Path.of(context.getProperty("user.home"), ".local", "share");
        return base.resolve("physgrad").resolve("plugins");
    }
}
