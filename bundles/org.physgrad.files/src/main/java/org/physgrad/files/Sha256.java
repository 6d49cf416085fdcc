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
        MessageDigest digest = begin();
        new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
        return finish(digest);
    }

    /**
     * Computes the checksum of bytes.
     *
     * @param content the bytes
     * @return 64 hexadecimal digits in lower case
     */
    public static String of(byte[] content) {
        MessageDigest digest = begin();
        digest.update(content);
        return finish(digest);
    }

    /** Begins a checksum of bytes that come one after the other. */
    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Ends a checksum: 64 hexadecimal digits in lower case. */
    static String finish(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
