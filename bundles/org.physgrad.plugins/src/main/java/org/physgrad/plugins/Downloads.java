package org.physgrad.plugins;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.physgrad.files.Sha256;
import org.physgrad.files.WholeFile;

/** Reads files from folders and web addresses, whole or not at all. A file whose hash is known is kept, and read from the copy from then on. */
final class Downloads {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path copies;
    private HttpClient client;

    Downloads(Path copies) {
        this.copies = copies;
    }

    /** Reads a file from where it is. */
    byte[] read(URI address) throws PluginException {
        try {
            return "file".equals(address.getScheme()) ? Files.readAllBytes(Path.of(address)) : fetch(address);
        } catch (NoSuchFileException e) {
            throw new PluginException("there is no file " + e.getFile() + "; check the path", e);
        } catch (ConnectException e) {
            throw new PluginException(
                    address + " cannot be reached; check the address and the network, or try again later", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new PluginException(address + " cannot be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginException("interrupted while reading " + address, e);
        }
    }

    /** Reads a file whose content is known by its hash: from the copy of an earlier time, or from where it is. */
    byte[] read(URI address, String sha256) throws PluginException {
        String expected = sha256.toLowerCase(Locale.ROOT);
        if (!expected.matches("[0-9a-f]{64}")) {
            throw new PluginException(
                    "the SHA-256 that is stated for " + address + " is no hash: " + sha256
                            + "; tell the keeper of the repository",
                    null);
        }
        Path copy = copies.resolve(expected);
        try {
            if (Files.exists(copy)) {
                byte[] content = Files.readAllBytes(copy);
                if (Sha256.of(content).equals(expected)) {
                    return content;
                }
            }
            byte[] content = read(address);
            String found = Sha256.of(content);
            if (!found.equals(expected)) {
                throw new PluginException(
                        address + " is not the file that is listed: its SHA-256 is " + found + ", expected " + expected
                                + "; fetch the plug-in again, or tell whoever keeps it",
                        null);
            }
            Files.createDirectories(copies);
            WholeFile.write(copy, out -> out.write(content));
            return content;
        } catch (IOException e) {
            throw new PluginException("a copy of " + address + " cannot be kept: " + e.getMessage(), e);
        }
    }

    private synchronized byte[] fetch(URI address) throws IOException, InterruptedException {
        if (client == null) { // it has a thread of its own, which most sessions never need
            client = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
        }
        HttpResponse<byte[]> response = client.send(
                HttpRequest.newBuilder(address).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("the server answers with status " + response.statusCode());
        }
        return response.body();
    }
}
