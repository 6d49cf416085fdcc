package org.physgrad.engine.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.physgrad.files.ArraySource;
import org.physgrad.files.FileChecksum;

/** Checksums of files, each found while an array is read from it, and once also where several arrays lie in it. */
final class Checksums {

    private final Map<Path, String> known = new HashMap<>();

    /**
     * Reads an array, and finds the SHA-256 of its file, in hexadecimal digits.
     *
     * @param file the file
     * @param source the array
     * @param reading reads all of the array
     */
    String of(Path file, ArraySource source, Runnable reading) throws IOException {
        if (known.containsKey(file)) {
            reading.run();
        } else {
            FileChecksum checksum = source.checksum();
            reading.run();
            known.put(file, checksum.finish());
        }
        return known.get(file);
    }
}
