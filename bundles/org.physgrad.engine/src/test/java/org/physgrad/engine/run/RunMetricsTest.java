package org.physgrad.engine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of a run as it lies in its folder. */
class RunMetricsTest {

    @TempDir
    private Path folder;

    @Test
    void columnsAreReadByName() throws IOException {
        RunMetrics metrics = read("iteration,wall_s,x_l1\n1,0.5,20\n2,0.25,1.0E1\n");
        assertEquals(List.of("iteration", "wall_s", "x_l1"), metrics.names());
        assertArrayEquals(new double[] {20, 10}, metrics.column("x_l1"));
        assertEquals(0.25, metrics.last("wall_s"));
    }

    @Test
    void aRowThatIsBeingWrittenDoesNotCount() throws IOException {
        assertEquals(1, read("iteration,x_l1\n1,0.5\n2").rows());
        assertEquals(0, read("iteration,x_l1\n").rows());
        assertEquals(0, read("").rows());
    }

    @Test
    void somethingElseIsRefusedWithItsLine() {
        IOException e = assertThrows(IOException.class, () -> read("iteration,x_l1\n1,0.5\n2,many\n3,0.5\n"));
        assertTrue(e.getMessage().contains("line 3: '2,many'"), e.getMessage());
    }

    @Test
    void whatStandsBeforeABrokenLineCanBeHad() throws IOException {
        Path file = Files.writeString(folder.resolve("metrics.csv"), "iteration,x_l1\n1,0.5\n2,many\n3,0.5\n");
        List<String> broken = new ArrayList<>();
        assertEquals(1, RunMetrics.read(file, broken::add).rows());
        assertEquals(1, broken.size());
        assertTrue(broken.get(0).contains("line 3: '2,many'"), broken::toString);
    }

    @Test
    void aMissingColumnIsNamedWithThoseThereAre() throws IOException {
        RunMetrics metrics = read("iteration,x_l1\n1,0.5\n");
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> metrics.last("y_l1"));
        assertTrue(e.getMessage().contains("'y_l1', only [iteration, x_l1]"), e.getMessage());
    }

    @Test
    void aTableOfArraysThatGrowStaysAsItWas() {
        double[][] columns = {{1, 2, 0}, {5, 4, 0}};
        RunMetrics metrics = RunMetrics.of(List.of("iteration", "x_l1"), columns, 2);
        columns[1][2] = 3;
        assertArrayEquals(new double[] {5, 4}, metrics.column("x_l1"));
    }

    private RunMetrics read(String text) throws IOException {
        return RunMetrics.read(Files.writeString(folder.resolve("metrics.csv"), text));
    }
}
