package org.physgrad.engine.run;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.physgrad.files.Sha256;

/** The SHA-256 by which a bundle can be told from another one of the same version: of its archive, or of its manifest where it lies unpacked. */
final class BundleHash {

    private static final String REFERENCE = "reference:";

    /** Bundles of plug-ins bear the hash of their archive in their location. */
    private static final Pattern PLUGIN = Pattern.compile("plugin:.*#([0-9a-f]{64})");

    private BundleHash() {}

    /**
     * Looks the hash up, or computes it.
     *
     * @param bundle a bundle of this program
     * @return lower-case hexadecimal
     * @throws IOException if its archive cannot be read
     */
    static String of(Bundle bundle) throws IOException {
        Matcher plugin = PLUGIN.matcher(bundle.getLocation());
        if (plugin.matches()) {
            return plugin.group(1);
        }
        Optional<Path> archive = file(bundle.getLocation()).filter(Files::isRegularFile);
        try (InputStream content = archive.isPresent()
                ? Files.newInputStream(archive.get())
                : bundle.getEntry("META-INF/MANIFEST.MF").openStream()) {
            return Sha256.of(content);
        }
    }

    private static Optional<Path> file(String location) {
        if (!location.startsWith(REFERENCE + "file:")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(URI.create(location.substring(REFERENCE.length()))));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a location that somebody else made up
        }
    }
}
