package org.physgrad.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DropFolderTest {

    @TempDir
    private Path folder;

    private Path dropped;
    private TestFramework framework;

    @BeforeEach
    void start() throws Exception {
        dropped = Files.createDirectories(folder.resolve("plugins").resolve("drop"));
        framework = new TestFramework(folder.resolve("storage"));
    }

    @AfterEach
    void stop() throws Exception {
        framework.close();
    }

    @Test
    void jarsAreInstalledUpdatedAndRemovedAsTheyComeAndGo() throws IOException {
        PluginManager plugins = framework.plugins(folder.resolve("plugins"));
        Path jar = TestBundle.of("waves", "1.0.0").writeTo(dropped.resolve("waves.jar"));
        await(plugins, "waves 1.0.0");
        TestBundle.of("waves", "1.1.0").writeTo(jar);
        await(plugins, "waves 1.1.0");
        Files.delete(jar);
        await(plugins);
        plugins.close();
    }

    @Test
    void whatLiesThereAtTheStartIsThereAtOnceAndARemovedPluginStaysRemoved() throws Exception {
        TestBundle.of("waves", "1.0.0").writeTo(dropped.resolve("waves.jar"));
        PluginManager plugins = framework.plugins(folder.resolve("plugins"));
        assertEquals(List.of("waves 1.0.0"), names(plugins));
        plugins.remove("waves");
        plugins.close();
        PluginManager next = framework.plugins(folder.resolve("plugins"));
        assertEquals(List.of(), names(next));
        next.close();
    }

    @Test
    void aHalfCopiedJarIsTakenInWhenItIsWhole() throws Exception {
        byte[] whole = Files.readAllBytes(TestBundle.of("waves", "1.0.0").write(folder));
        Path jar = Files.write(dropped.resolve("waves.jar"), Arrays.copyOf(whole, whole.length / 2));
        PluginManager plugins = framework.plugins(folder.resolve("plugins"));
        assertEquals(List.of(), names(plugins));
        Files.write(jar, whole);
        await(plugins, "waves 1.0.0");
        plugins.close();
    }

    @Test
    void allWhoWatchTakeInTheSame() throws Exception {
        try (TestFramework other = new TestFramework(folder.resolve("storage-of-other"))) {
            PluginManager plugins = framework.plugins(folder.resolve("plugins"));
            PluginManager others = other.plugins(folder.resolve("plugins"));
            Path jar = TestBundle.of("waves", "1.0.0").writeTo(dropped.resolve("waves.jar"));
            awaitBundle("waves", "1.0.0", framework, other);
            TestBundle.of("waves", "1.1.0").writeTo(jar);
            awaitBundle("waves", "1.1.0", framework, other);
            Files.delete(jar);
            awaitBundle("waves", "", framework, other);
            assertEquals(List.of(), names(plugins));
            plugins.close();
            others.close();
        }
    }

    @Test
    void whatIsInstalledAlreadyGoesWithItsJar() throws Exception {
        PluginManager plugins = framework.plugins(folder.resolve("plugins"));
        TestBundle waves = TestBundle.of("waves", "1.0.0");
        plugins.install(PluginSource.of(waves.write(folder).toUri()), step -> {});
        Path jar = waves.writeTo(dropped.resolve("waves.jar"));
        while (!Files.exists(dropped.resolve(".seen.json"))) {
            Thread.onSpinWait();
        }
        Files.delete(jar);
        await(plugins);
        plugins.close();
    }

    /** Waits until frameworks hold a bundle in one version only, none if that is empty. */
    private static void awaitBundle(String name, String version, TestFramework... frameworks) {
        for (TestFramework watching : frameworks) {
            List<String> expected = version.isEmpty() ? List.of() : List.of(version);
            while (!watching.versions(name).equals(expected)) {
                Thread.onSpinWait();
            }
        }
    }

    private static void await(PluginManager plugins, String... expected) {
        while (!names(plugins).equals(List.of(expected))) {
            Thread.onSpinWait();
        }
    }

    private static List<String> names(PluginManager plugins) {
        return plugins.installed().stream().map(Plugin::toString).toList();
    }
}
