package org.physgrad.engine.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.physgrad.files.Sha256;

/** Checksums of files, each read once also where several arrays lie in it. */
final class Checksums {

    private final Map<Path, String> known = new HashMap<>();

    /** SHA-256 of a file, in hexadecimal digits. */
    String of(Path file) throws IOException {
        String checksum = known.get(file);
        if (checksum == null) {
            try (InputStream content = Files.newInputStream(file)) {
                checksum = Sha256.of(content);
            }
            known.put(file, checksum);
        }
        return checksum;
    }
}
