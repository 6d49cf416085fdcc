package org.physgrad.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.function.Executable;

/** Expects that something is refused in words for people. */
final class Refusals {

    private Refusals() {}

    /** Expects one line that holds all these words. */
    static void refused(Executable action, Object... words) {
        String message = assertThrows(IOException.class, action).getMessage();
        assertEquals(1, message.lines().count(), message);
        for (Object word : words) {
            assertTrue(message.contains(word.toString()), () -> "no '" + word + "' in: " + message);
        }
    }
}
