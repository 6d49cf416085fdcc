package org.physgrad.workbench.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was deleted can be taken back, whatever has happened meanwhile. */
class TrashTest {

    private final Trash trash = new Trash();

    @TempDir
    private Path workspace;

    private Path experiment;
    private Path run;

    @BeforeEach
    void makeFiles() throws IOException {
        experiment = Files.writeString(workspace.resolve("heat.json"), "old");
        run = makeRun("old");
    }

    private Path makeRun(String content) throws IOException {
        Path folder = Files.createDirectories(workspace.resolve("runs/heat"));
        Files.writeString(folder.resolve("metrics.csv"), content);
        return folder;
    }

    @Test
    void deletionsComeBackOneByOneTheLastFirst() throws IOException {
        trash.delete(workspace, List.of(experiment));
        trash.delete(workspace, List.of(run));
        assertFalse(Files.exists(experiment) || Files.exists(run));
        assertEquals(List.of(run), trash.restore());
        assertEquals(List.of(experiment), trash.restore());
        assertEquals("old", Files.readString(experiment));
        assertTrue(trash.isEmpty());
    }

    @Test
    void whatHasLostItsPlaceComesBackUnderAnotherName() throws IOException {
        trash.delete(workspace, List.of(experiment, run));
        Files.writeString(experiment, "new");
        makeRun("new");
        Path otherExperiment = workspace.resolve("heat-2.json");
        Path otherRun = workspace.resolve("runs/heat-2");
        assertEquals(List.of(otherExperiment, otherRun), trash.restore());
        assertEquals("old", Files.readString(otherExperiment));
        assertEquals("old", Files.readString(otherRun.resolve("metrics.csv")));
        assertEquals("new", Files.readString(experiment));
        assertEquals("new", Files.readString(run.resolve("metrics.csv")));
    }

    @Test
    void whatIsGoneFromTheTrashKeepsNothingElseBack() throws IOException {
        trash.delete(workspace, List.of(experiment, run));
        Files.delete(workspace.resolve(".trash/heat.json"));
        Files.delete(workspace.resolve("runs"));
        assertEquals(List.of(run), trash.restore());
        assertTrue(trash.isEmpty());
    }

    @Test
    void whatCannotComeBackNowCanLater() throws IOException {
        trash.delete(workspace, List.of(experiment, run));
        Files.delete(workspace.resolve("runs"));
        Path inTheWay = Files.createFile(workspace.resolve("runs"));
        assertThrows(IOException.class, trash::restore);
        assertEquals("old", Files.readString(experiment));
        Files.delete(inTheWay);
        assertEquals(List.of(run), trash.restore());
    }
}
