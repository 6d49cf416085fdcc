package org.physgrad.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;

class PluginManagerTest {

    @TempDir
    private Path folder;

    private TestFramework framework;
    private PluginManager plugins;

    @BeforeEach
    void start() throws Exception {
        framework = new TestFramework(folder.resolve("storage"));
        plugins = framework.plugins(folder.resolve("plugins"));
    }

    @AfterEach
    void stop() throws Exception {
        plugins.close();
        framework.close();
    }

    @Test
    void aPlanSaysWhatComesAndGoesAndNothingChanges() throws Exception {
        install(source(TestBundle.of("waves", "1.0.0")));
        List<String> before = framework.bundles();
        Plan plan = plugins.explain(source(TestBundle.of("waves", "2.0.0").offering("problem/waves")));
        assertEquals("waves 2.0.0", plan.plugin().toString());
        assertEquals("waves 1.0.0", plan.replaces().orElseThrow().toString());
        assertEquals(List.of("problem/waves"), plan.gained());
        assertEquals(List.of("solver/waves"), plan.lost());
        assertEquals(List.of(), plan.obstacles());
        assertEquals(before, framework.bundles());
        assertEquals(List.of("solver/waves"), plugins.explainRemoval("waves"));
    }

    @Test
    void aPlanNamesAllObstaclesAtOnce() throws Exception {
        install(source(TestBundle.of("waves", "1.0.0")));
        Plan plan = plugins.explain(source(TestBundle.of("other", "1.0.0")
                .offering("solver/waves")
                .importing("org.osgi.framework;version=\"[9,10)\",org.example.missing")));
        assertEquals(3, plan.obstacles().size(), plan.obstacles()::toString);
        assertTrue(plan.obstacles().get(0).contains("org.osgi.framework [9.0.0,10.0.0), you have 1."));
        assertTrue(plan.obstacles().get(1).contains("org.example.missing"));
        assertTrue(plan.obstacles().get(2).contains("solver/waves is there already, from waves 1.0.0"));
        assertThrows(
                PluginException.class,
                () -> install(source(TestBundle.of("other", "1.0.0").offering("solver/waves"))));
        assertEquals(1, plugins.installed().size());
    }

    @Test
    void configurationsOfAFeatureComeAndGoWithIt() throws Exception {
        install(feature("1.0.0", "{ \"org.example.waves\": { \"speed:Double\": 1.5 } }"));
        assertEquals(1.5, property("org.example.waves", "speed"));
        plugins.update(feature("1.1.0", "{ \"org.example.waves~a\": { \"speed:Double\": 2.5 } }"), step -> {});
        assertNull(configurations("org.example.waves"));
        assertEquals(2.5, property("org.example.waves~a", "speed"));

        PluginManager nextStart = restarted();
        assertEquals(2.5, property("org.example.waves~a", "speed"));
        nextStart.remove("waves");
        assertNull(configurations("org.example.waves~a"));
    }

    @Test
    void aConfigurationOfSomebodyElseIsNotTouched() throws Exception {
        framework
                .configurations()
                .getConfiguration("org.example.waves", "?")
                .update(FrameworkUtil.asDictionary(Map.of("speed", 9.0)));
        PluginSource source = feature("1.0.0", "{ \"org.example.waves\": { \"speed:Double\": 1.5 } }");
        PluginException refused = assertThrows(PluginException.class, () -> install(source));
        assertTrue(refused.getMessage().contains("org.example.waves is there already"), refused.getMessage());
        assertEquals(List.of(), plugins.installed());
    }

    @Test
    void aDamagedPluginIsLeftOutAtTheStartWithTheReason() throws Exception {
        install(source(TestBundle.of("waves", "1.0.0")));
        try (Stream<Path> files = Files.walk(folder.resolve("plugins"))) {
            Path jar =
                    files.filter(file -> file.endsWith("waves.jar")).findFirst().orElseThrow();
            Files.write(jar, new byte[] {1, 2, 3});
        }
        PluginManager nextStart = restarted();
        assertTrue(nextStart.unavailable("waves").orElseThrow().contains("changed or damaged"));
        assertEquals(1, nextStart.installed().size());
        nextStart.update(source(TestBundle.of("waves", "1.0.1")), step -> {});
        assertEquals(Optional.empty(), nextStart.unavailable("waves"));
    }

    /** The environment of a run tells by it what it was computed with. */
    @Test
    void theHashOfABundleIsInItsLocation() throws Exception {
        install(source(TestBundle.of("waves", "1.0.0")));
        String hash = plugins.installed().get(0).bundles().get(0).sha256();
        assertTrue(
                Stream.of(framework.context().getBundles())
                        .anyMatch(bundle -> bundle.getLocation().matches("plugin:waves-.*#" + hash)),
                hash);
    }

    @Test
    void aNameThatIsAPathIsRefused() throws Exception {
        Path jar = TestBundle.of("../../waves", "1.0.0").writeTo(folder.resolve("bad.jar"));
        PluginException refused =
                assertThrows(PluginException.class, () -> plugins.explain(PluginSource.of(jar.toUri())));
        assertTrue(refused.getMessage().contains("'../../waves', which is no name"), refused.getMessage());
    }

    private void install(PluginSource source) throws PluginException {
        plugins.install(source, step -> {});
    }

    /** The manager as it is after a restart: its bundles and configurations are gone, its files are there. */
    private PluginManager restarted() throws Exception {
        stop();
        framework = new TestFramework(folder.resolve("storage-of-next-start"));
        plugins = framework.plugins(folder.resolve("plugins"));
        return plugins;
    }

    private PluginSource source(TestBundle bundle) throws IOException {
        return PluginSource.of(bundle.write(folder).toUri());
    }

    private PluginSource feature(String version, String configurations) throws IOException {
        TestBundle.of("waves", version).write(folder);
        return PluginSource.of(Files.writeString(folder.resolve("waves.json"), """
                        { "feature-resource-version": "1.0", "id": "org.example:waves:%1$s",
                          "bundles": [ { "id": "org.example:waves:%1$s" } ], "configurations": %2$s }
                        """.formatted(version, configurations))
                .toUri());
    }

    private Object property(String pid, String key) throws IOException, InvalidSyntaxException {
        return configurations(pid)[0].getProperties().get(key);
    }

    private Configuration[] configurations(String pid) throws IOException, InvalidSyntaxException {
        return framework.configurations().listConfigurations("(service.pid=" + pid + ")");
    }
}
