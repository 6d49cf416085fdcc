package org.physgrad.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.physgrad.files.Sha256;

/** By which hash the environment of a run tells a bundle. */
class BundleHashTest {

    @TempDir
    private Path base;

    @Test
    void thatOfTheArchiveAlsoBelowAFolderWithBlanks() throws IOException {
        Path folder = Files.createDirectory(base.resolve("a b ä"));
        Path archive = Files.writeString(folder.resolve("bundle.jar"), "archive");
        assertEquals(
                sha256("archive"),
                BundleHash.of(bundle("reference:" + archive.toUri().toURL())));
    }

    @Test
    void thatOfAPluginIsInItsLocation() throws IOException {
        assertEquals(sha256("archive"), BundleHash.of(bundle("plugin:solver-1f2e/solver.jar#" + sha256("archive"))));
    }

    @Test
    void thatOfTheManifestElsewhere() throws IOException {
        String manifest = sha256("manifest");
        assertEquals(manifest, BundleHash.of(bundle("reference:" + base.toUri().toURL())));
        assertEquals(manifest, BundleHash.of(bundle("reference:file:/with blanks/that no URI has.jar")));
        assertEquals(manifest, BundleHash.of(bundle("plugin:without-a-hash")));
    }

    private Bundle bundle(String location) throws IOException {
        URL manifest = Files.writeString(base.resolve("MANIFEST.MF"), "manifest")
                .toUri()
                .toURL();
        return (Bundle) Proxy.newProxyInstance(
                Bundle.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getLocation" -> location;
                    case "getEntry" -> manifest;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static String sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
