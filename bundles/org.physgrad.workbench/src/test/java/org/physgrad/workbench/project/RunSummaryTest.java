package org.physgrad.workbench.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the project view tells of a run folder. */
class RunSummaryTest {

    private static final String HEADER = "iteration,wall_s,cpu_s,solver_calls,x_l1,y_l1\n";

    @TempDir
    Path folder;

    @BeforeEach
    void makeRun() throws IOException {
        Files.writeString(folder.resolve("experiment.json"), "{}\n");
        Files.createDirectory(folder.resolve("checkpoints"));
    }

    @Test
    void aRunThatEndedTellsItsLastMetric() throws IOException {
        write("events.jsonl", "{\"event\":\"start\"}\n{\"event\":\"done\"}\n");
        write("metrics.csv", HEADER + "1,0.5,0.5,32,80.25,1\n20,0.5,0.5,32,40.5,1\n");
        assertEquals(Optional.of(new RunSummary(folder, "done", "20", "x_l1 40.50")), RunSummary.read(folder));
    }

    @Test
    void aLineThatIsBeingWrittenIsLeftOut() throws IOException {
        write("events.jsonl", "{\"event\":\"start\"}\n{\"event\":\"do");
        write("metrics.csv", HEADER + "1,0.5,0.5,32,80.25,1\n2,0.5,0.5,3");
        assertEquals(Optional.of(new RunSummary(folder, "unfinished", "1", "x_l1 80.25")), RunSummary.read(folder));
    }

    @Test
    void aRunThatHasNotBegunTellsNoNumber() throws IOException {
        assertEquals(Optional.of(new RunSummary(folder, "unfinished", "", "")), RunSummary.read(folder));
        write("metrics.csv", HEADER);
        assertEquals("", RunSummary.read(folder).orElseThrow().metric());
    }

    @Test
    void theLastLineOfALongFileIsFound() throws IOException {
        write("metrics.csv", HEADER + "1,0.5,0.5,32,80.25,1\n".repeat(5000) + "5001,0.5,0.5,32,7,1\n");
        assertEquals("5001", RunSummary.read(folder).orElseThrow().iteration());
        assertEquals(Optional.of("5001,0.5,0.5,32,7,1"), LastLine.of(folder.resolve("metrics.csv")));
    }

    @Test
    void anotherFolderIsNoRun() throws IOException {
        Files.delete(folder.resolve("experiment.json"));
        assertEquals(Optional.empty(), RunSummary.read(folder));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
