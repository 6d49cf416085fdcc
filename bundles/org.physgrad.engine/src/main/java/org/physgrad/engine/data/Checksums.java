package org.physgrad.engine.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Checksums of files, each read once also where several arrays lie in it. */
final class Checksums {

    private final Map<Path, String> known = new HashMap<>();

    /** SHA-256 of a file, in hexadecimal digits. */
    String of(Path file) throws IOException {
        String checksum = known.get(file);
        if (checksum == null) {
            checksum = compute(file);
            known.put(file, checksum);
        }
        return checksum;
    }

    private static String compute(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
