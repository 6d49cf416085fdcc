package org.physgrad.plugins;

import java.util.Map;

/** A plug-in with the content of its files, read and checked by {@link PackageReader}, not yet installed. */
record PluginPackage(Plugin plugin, Map<String, byte[]> files, String feature) {

    /** Name of the stored feature file of plug-ins that came as one. */
    static final String FEATURE = "feature.json";
}
