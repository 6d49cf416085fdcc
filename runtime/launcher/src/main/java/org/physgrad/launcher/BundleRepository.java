package org.physgrad.launcher;

import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.service.feature.ID;

/** Bundles in the folder layout of a Maven repository. A bundle is a jar, or a folder of the same name without the ending. */
final class BundleRepository {

    private final Path root;

    BundleRepository(Path root) {
        this.root = root;
    }

    /**
     * Finds a bundle.
     *
     * @param id its Maven coordinates
     * @return the location to install it from: the framework uses the file in place, without a copy
     * @throws LaunchException if it is not there
     */
    String locate(ID id) {
        String name = id.getArtifactId() + "-" + id.getVersion()
                + id.getClassifier().map(classifier -> "-" + classifier).orElse("");
        Path folder = root.resolve(id.getGroupId().replace('.', '/'))
                .resolve(id.getArtifactId())
                .resolve(id.getVersion());
        Path exploded = folder.resolve(name);
        Path jar = folder.resolve(name + "." + id.getType().orElse("jar"));
        if (Files.isDirectory(exploded)) {
            return reference(exploded);
        }
        if (Files.isRegularFile(jar)) {
            return reference(jar);
        }
        throw new LaunchException("bundle " + id + " is missing: there is no " + jar);
    }

    private static String reference(Path path) {
        try {
            return "reference:" + path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
