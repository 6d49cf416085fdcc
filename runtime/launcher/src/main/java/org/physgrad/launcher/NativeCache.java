package org.physgrad.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The user's folder that JavaCPP extracts native libraries to, some 400 MB, at the first start of a version. */
final class NativeCache {

    private NativeCache() {}

    /**
     * Tells JavaCPP which folder to use: {@code natives} of this version below {@code PHYSGRAD_CACHE} or else {@code
     * ~/.cache/physgrad}.
     *
     * @throws LaunchException if nothing can be written there: JavaCPP itself would silently choose another place
     */
    static void choose() {
        Path folder = userCache().resolve(version()).resolve("natives");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unusable(folder, e.toString());
        }
        if (!Files.isWritable(folder)) {
            throw unusable(folder, "it is not writable");
        }
        System.setProperty("org.bytedeco.javacpp.cachedir", folder.toString());
    }

    private static Path userCache() {
        String chosen = System.getenv("PHYSGRAD_CACHE");
        return chosen == null || chosen.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "physgrad")
                : Path.of(chosen).toAbsolutePath();
    }

    private static String version() {
        String version = NativeCache.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version; // classes outside their jar have no version
    }

    private static LaunchException unusable(Path folder, String reason) {
        return new LaunchException("cannot keep native libraries in " + folder + " (" + reason
                + "): choose a writable folder with the environment variable PHYSGRAD_CACHE");
    }
}
