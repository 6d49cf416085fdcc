package org.physgrad.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.feature.FeatureService;
import org.osgi.service.feature.ID;

class BundleRepositoryTest {

    private static final ID WAVE = ServiceLoader.load(FeatureService.class)
            .findFirst()
            .orElseThrow()
            .getIDfromMavenCoordinates("org.example:wave:1.2.3");

    @TempDir
    private Path root;

    @Test
    void findsAJarByItsCoordinates() throws Exception {
        Path jar = versionFolder().resolve("wave-1.2.3.jar");
        Files.createFile(jar);

        assertEquals("reference:" + jar.toUri().toURL(), new BundleRepository(root).locate(WAVE));
    }

    @Test
    void prefersTheUnpackedBundle() throws Exception {
        Files.createFile(versionFolder().resolve("wave-1.2.3.jar"));
        Path unpacked = Files.createDirectory(versionFolder().resolve("wave-1.2.3"));

        assertEquals("reference:" + unpacked.toUri().toURL(), new BundleRepository(root).locate(WAVE));
    }

    @Test
    void namesTheFileThatIsMissing() {
        LaunchException failure = assertThrows(LaunchException.class, () -> new BundleRepository(root).locate(WAVE));

        assertTrue(failure.getMessage().contains("wave-1.2.3.jar"), failure.getMessage());
    }

    private Path versionFolder() throws Exception {
        return Files.createDirectories(root.resolve("org/example/wave/1.2.3"));
    }
}
