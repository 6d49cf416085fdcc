package org.physgrad.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of results: made once, with a few runs of one problem. */
class ResultsPageTest {

    @TempDir
    private static Path path;

    private static List<String> page;

    @BeforeAll
    static void makeThePage() throws IOException {
        RecordedRuns runs = new RecordedRuns(path);
        runs.add("quick", "adam", 100, i -> 90.0 / i);
        runs.add("quick", "physical-gradient", 100, i -> 9.0 / i);
        write("page");
        page = Files.readAllLines(path.resolve("page/RESULTS.md"));
    }

    private static void write(String folder) throws IOException {
        new ResultsPage(RecordedRuns.CATALOG, new ResultsFolder(path), new PageFolder(path.resolve(folder))).write();
    }

    @Test
    void whatNeedsNoTrainingIsDecided() throws IOException {
        for (String claim : List.of(
                "The points of Newton follow their closed form",
                "The points of the physical gradient follow their closed form",
                "The physical gradient goes straight to y* in the space of effects",
                "Figure 7: the update of `newton` points downhill",
                "Figure 7: the update of `inverse-physics` leads to a minimum",
                "Single problems: gradient descent is stable at eta = 2e-5",
                "A single problem converges in one step with the inverse",
                "Single problems: gradient descent works with eta = 1")) {
            assertEquals("reproduced", cells(claim).get(4), claim);
        }
        assertEquals(
                1 + 3 * 11,
                Files.readAllLines(path.resolve("page/figures/figure-1.csv")).size());
    }

    @Test
    void thePageHasNoNumberForWhatWasNotRunAndCountsItsVerdicts() {
        List<List<String>> claims = page.stream()
                .filter(line ->
                        line.endsWith("reproduced |") || line.endsWith("reproduced** |") || line.endsWith(" not run |"))
                .map(ResultsPageTest::split)
                .filter(cells -> !cells.get(0).isEmpty())
                .toList();
        List<List<String>> notRun =
                claims.stream().filter(cells -> cells.get(4).equals("not run")).toList();
        assertTrue(notRun.size() > 20, notRun.size() + " claims not run");
        for (List<String> cells : notRun) {
            assertEquals(List.of("", ""), cells.subList(2, 4), cells.get(0));
        }
        List<String> all = cells("**all**");
        assertEquals(Integer.toString(claims.size()), all.get(1));
        assertEquals(Integer.toString(notRun.size()), all.get(4));
    }

    @Test
    void runsThatAreNotFinishedAreSaidToBeSo() {
        assertEquals(List.of("1", "100 of 1000"), cells("adam").subList(1, 3));
        assertEquals(List.of("0 of 1", "not started"), cells("sgd").subList(1, 3));
        assertTrue(
                page.contains(
                        "Runs of which only a part of the iterations is there were in progress or cut off when this page was written."));
    }

    @Test
    void picturesShowEachMethodInItsColour() throws IOException {
        for (String picture : List.of("figure-1-x", "figure-1-y")) {
            assertShows(picture, List.of("gradient-descent", "newton", "physical-gradient"));
        }
        for (String method : List.of("adam", "newton", "inverse-gradient", "inverse-physics")) {
            assertShows("figure-7-" + method, List.of(method));
        }
        for (String picture : List.of("curves-poisson-quick", "figure-12-poisson")) {
            assertShows(picture, List.of("adam", "physical-gradient"));
        }
        for (String picture : List.of("figure-3-single", "figure-4-single")) {
            assertShows(picture, List.of("gradient-descent", "physical-gradient"));
        }
    }

    @Test
    void allPicturesOfThePageAreThereAndTheSameRunsGiveTheSameBytes() throws IOException {
        write("again");
        try (Stream<Path> files = Files.walk(path.resolve("page"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path other = path.resolve("again").resolve(path.resolve("page").relativize(file));
                assertEquals(-1, Files.mismatch(file, other), file.toString());
            }
        }
        List<String> pictures = page.stream()
                .filter(line -> line.startsWith("<img src="))
                .map(line -> line.split("\"", -1)[1])
                .toList();
        assertTrue(pictures.size() >= 10, pictures.toString());
        for (String file : pictures) {
            assertTrue(Files.exists(path.resolve("page").resolve(file)), file + " is shown but not there");
        }
    }

    private static List<String> cells(String first) {
        List<String> rows = page.stream()
                .filter(line -> line.startsWith("| " + first + " |"))
                .toList();
        assertEquals(1, rows.size(), first);
        return split(rows.get(0));
    }

    private static List<String> split(String row) {
        return List.of(row.substring(2, row.length() - 2).split(" \\| ", -1));
    }

    private static void assertShows(String picture, List<String> methods) throws IOException {
        BufferedImage image =
                ImageIO.read(path.resolve("page/figures/" + picture + ".png").toFile());
        for (String method : methods) {
            int wanted = Method.of(method).colour().getRGB();
            long pixels = Arrays.stream(
                            image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                    .filter(pixel -> pixel == wanted)
                    .count();
            // A legend alone has about a hundred of them.
            assertTrue(pixels > 200, picture + " has " + pixels + " pixels in the colour of " + method);
        }
    }
}
