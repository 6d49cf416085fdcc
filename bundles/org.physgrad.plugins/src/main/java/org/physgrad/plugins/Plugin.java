package org.physgrad.plugins;

import java.util.List;

/**
 * A plug-in: what is installed, updated and removed as one.
 *
 * @param name name that it is known by, the same for all its versions
 * @param version its version
 * @param description what it is, for people; may be empty
 * @param bundles the bundle files that it consists of
 */
public record Plugin(String name, String version, String description, List<BundleFile> bundles) {

    /**
     * A bundle of a plug-in.
     *
     * @param file file name of the jar
     * @param sha256 SHA-256 of its content, lower-case hexadecimal
     */
    public record BundleFile(String file, String sha256) {}

    @Override
    public String toString() {
        return name + " " + version;
    }
}
