package org.physgrad.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Repositories on a plain web server and in a folder. */
class RepositoryManagerTest {

    @TempDir
    private Path folder;

    private Path files;
    private TestFramework framework;
    private PluginManager plugins;
    private RepositoryManager repositories;
    private HttpServer server;
    private boolean breaksOff;

    @BeforeEach
    void start() throws Exception {
        files = Files.createDirectory(folder.resolve("repository"));
        framework = new TestFramework(folder.resolve("storage"));
        PluginFolder home = new PluginFolder(folder.resolve("plugins"));
        plugins = framework.plugins(home.root());
        repositories = new RepositoryManager(framework.context(), TestFramework.FEATURES, home);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Path file = files.resolve(exchange.getRequestURI().getPath().substring(1));
            if (Files.exists(file)) {
                byte[] content = Files.readAllBytes(file);
                boolean half = breaksOff && file.toString().endsWith(".jar");
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content, 0, half ? content.length / 2 : content.length);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop(0);
        plugins.close();
        framework.close();
    }

    @Test
    void theNewestVersionThatFitsIsInstalled() throws Exception {
        TestBundle.of("waves", "1.0.0").write(files);
        TestBundle.of("waves", "1.9.0").write(files);
        TestBundle.of("waves", "1.10.0").write(files);
        TestBundle.of("waves", "2.0.0")
                .importing("org.osgi.framework;version=\"[7,8)\"")
                .write(files);
        repositories.index(files);
        repositories.add(address());
        List<PluginOffer> offers = repositories.browse().offers();
        assertEquals(
                List.of("waves 2.0.0", "waves 1.10.0", "waves 1.9.0", "waves 1.0.0"),
                offers.stream().map(PluginOffer::toString).toList());
        assertTrue(offers.get(0).obstacles().get(0).contains("needs org.osgi.framework [7.0.0,8.0.0), you have 1."));
        assertEquals(List.of("solver/waves"), offers.get(0).parts());
        assertEquals("waves 1.10.0", install("waves").toString());
    }

    @Test
    void aFeatureComesWithItsBundles() throws Exception {
        TestBundle.of("a", "1.0.0").write(files);
        TestBundle.of("b", "1.0.0").write(files);
        Files.writeString(files.resolve("both.json"), """
                { "feature-resource-version": "1.0", "id": "org.example:both:1.2.0", "description": "Two bundles",
                  "bundles": [ { "id": "org.example:a:1.0.0" }, { "id": "org.example:b:1.0.0" } ] }
                """);
        repositories.index(files);
        repositories.add(address());
        assertEquals(1, repositories.browse().offers().size());
        assertEquals(2, install("both").bundles().size());
    }

    @Test
    void whatWasFetchedStaysUsableWithoutTheRepository() throws Exception {
        TestBundle.of("waves", "1.0.0").write(files);
        TestBundle.of("other", "1.0.0").write(files);
        repositories.index(files);
        repositories.add(address());
        install("waves");
        plugins.remove("waves");
        server.stop(0);
        PluginRepositories.Listing listing = repositories.browse();
        assertTrue(listing.troubles().get(0).contains("cannot be reached"), listing.troubles()::toString);
        assertTrue(listing.troubles().get(1).contains("is listed instead"), listing.troubles()::toString);
        assertEquals(2, listing.offers().size());
        assertEquals("waves 1.0.0", install("waves").toString());
        PluginException refused = assertThrows(PluginException.class, () -> install("other"));
        assertTrue(refused.getMessage().contains("cannot be reached"), refused.getMessage());
    }

    @Test
    void aFileThatIsNotTheListedOneIsRefused() throws Exception {
        Path jar = TestBundle.of("waves", "1.0.0").write(files);
        repositories.index(files);
        repositories.add(address());
        TestBundle.of("waves", "1.0.0").offering("solver/evil").writeTo(jar);
        PluginException refused = assertThrows(PluginException.class, () -> install("waves"));
        assertTrue(refused.getMessage().contains("is not the file that is listed"), refused.getMessage());
        assertEquals(List.of(), plugins.installed());
    }

    @Test
    void aFileThatBreaksOffIsRefusedAndFetchedAnewNextTime() throws Exception {
        TestBundle.of("waves", "1.0.0").write(files);
        repositories.index(files);
        repositories.add(address());
        breaksOff = true;
        PluginException refused = assertThrows(PluginException.class, () -> install("waves"));
        assertTrue(refused.getMessage().contains("cannot be read"), refused.getMessage());
        breaksOff = false;
        assertEquals("waves 1.0.0", install("waves").toString());
    }

    @Test
    void whatIsNoRepositoryIsNotAdded() throws Exception {
        assertRefused("status 404", address());
        Files.writeString(files.resolve("index.json"), "{ \"plugins\": [ { \"name\": \"waves\" } ] }");
        assertRefused("is no index of plug-ins", address());
        Files.writeString(files.resolve("index.json"), "<html>");
        assertRefused("is no index of plug-ins", address());
        assertRefused("there is no file", folder.resolve("nowhere").toUri());
        assertEquals(List.of(), repositories.addresses());
    }

    @Test
    void aFolderIsARepositoryToo() throws Exception {
        TestBundle.of("waves", "1.0.0").write(files);
        repositories.index(files);
        repositories.add(files.toUri());
        assertEquals("waves 1.0.0", install("waves").toString());
        assertThrows(PluginException.class, () -> repositories.add(files.toUri()));
        repositories.remove(files.toUri());
        PluginException unknown = assertThrows(PluginException.class, () -> repositories.newest("waves"));
        assertTrue(unknown.getMessage().contains("plugin repository add"), unknown.getMessage());
    }

    @Test
    void aDamagedListIsNamedWithWhatToDo() throws IOException {
        Files.createDirectories(folder.resolve("plugins"));
        Path list = Files.writeString(folder.resolve("plugins/repositories.json"), "{ damaged");
        for (Executable use : List.<Executable>of(
                () -> repositories.addresses(), () -> repositories.add(files.toUri()), () -> install("waves"))) {
            PluginException refused = assertThrows(PluginException.class, use);
            assertTrue(refused.getMessage().contains(list + ", cannot be read; mend it"), refused.getMessage());
        }
        assertEquals(1, repositories.browse().troubles().size());
    }

    @Test
    void twoFilesOfOneVersionMakeNoIndex() throws IOException {
        TestBundle.of("waves", "1.0.0").write(files);
        TestBundle.of("waves", "1.0.0").writeTo(files.resolve("copy.jar"));
        assertThrows(PluginException.class, () -> repositories.index(files));
        assertTrue(Files.notExists(files.resolve("index.json")));
    }

    private Plugin install(String name) throws PluginException {
        return plugins.install(repositories.newest(name).source(), step -> {});
    }

    private void assertRefused(String reason, URI address) {
        PluginException refused = assertThrows(PluginException.class, () -> repositories.add(address));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }
}
