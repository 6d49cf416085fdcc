package org.physgrad.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write for where a plug-in or a repository is. */
class AddressesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/plugins", "http://127.0.0.1:8080/a.jar", "file:/opt/plugins/"})
    void addressesStayAsTheyAre(String address) throws PluginException {
        assertEquals(URI.create(address), Addresses.read(address, folder));
    }

    @Test
    void pathsBecomeAddresses() throws PluginException {
        Path plugins = folder.resolve("my plug-ins");
        assertEquals(plugins.toUri(), Addresses.read("my plug-ins", folder));
        assertEquals(plugins.toUri(), Addresses.read("x/../my plug-ins", folder));
        assertEquals(plugins.toUri(), Addresses.read(plugins.toString(), Path.of("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://exa mple.org/", "a\0b"})
    void whatIsNeitherIsRefused(String text) {
        assertThrows(PluginException.class, () -> Addresses.read(text, folder));
    }
}
