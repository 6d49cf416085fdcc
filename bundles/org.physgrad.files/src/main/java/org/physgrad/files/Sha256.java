package org.physgrad.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The checksum SHA-256. */
public final class Sha256 {

    private Sha256() {}

    /**
     * Computes the checksum of all that can be read.
     *
     * @param content what to read to its end; not closed
     * @return 64 hexadecimal digits in lower case
     * @throws IOException if it cannot be read
     */
    public static String of(InputStream content) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
