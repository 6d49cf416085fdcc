package org.physgrad.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are whole or not there. */
class WholeFileTest {

    @TempDir
    private Path folder;

    @Test
    void whatCannotBeWrittenLeavesTheOlderFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        assertThrows(
                IOException.class,
                () -> WholeFile.write(file, out -> {
                    out.write('n');
                    throw new IOException("No space left on device");
                }));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void aFileThatIsBeingWrittenIsNotBegunAgain() throws IOException {
        Path file = folder.resolve("a.txt");
        try (PartFile first = PartFile.of(file)) {
            Files.writeString(first.path(), "first");
            IOException e = assertThrows(IOException.class, () -> PartFile.of(file));
            assertTrue(e.getMessage().contains("is being written already"), e.getMessage());
            first.keep();
        }
        WholeFile.write(file, out -> out.write("second".getBytes(StandardCharsets.UTF_8)));
        assertEquals("second", Files.readString(file));
    }

    /** In a container, the process that goes on after a kill may have the number of the one that was killed. */
    @Test
    void whatAKilledProcessOfTheSameNumberLeftIsReplaced() throws IOException {
        Path file = folder.resolve("a.txt");
        Path left;
        try (PartFile part = PartFile.of(file)) {
            left = part.path();
        }
        Files.writeString(left, "cut o");
        WholeFile.write(file, out -> out.write("whole".getBytes(StandardCharsets.UTF_8)));
        assertEquals("whole", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
