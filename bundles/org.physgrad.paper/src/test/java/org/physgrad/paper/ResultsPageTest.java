package org.physgrad.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.ClassPathCatalog;
import org.physgrad.sweeps.Job;
import org.physgrad.sweeps.Sweep;
import org.physgrad.sweeps.SweepFolder;
import org.physgrad.sweeps.SweepReader;

/** The page of results, from computations and from runs whose numbers are known. */
class ResultsPageTest {

    private static final Catalog CATALOG = ClassPathCatalog.of(ResultsPageTest.class.getClassLoader());

    @TempDir
    private Path path;

    @Test
    void withoutRunsOnlyWhatNeedsNoTrainingIsDecided() throws IOException {
        List<String> page = page();
        for (String claim : List.of(
                "The points of Newton follow their closed form",
                "The points of the physical gradient follow their closed form",
                "The physical gradient goes straight to y* in the space of effects",
                "The update of `newton` points downhill",
                "Poisson: gradient descent is stable at eta = 2e-5",
                "Poisson: a single problem converges in one step with the inverse",
                "Heat: gradient descent works with eta = 1")) {
            assertEquals("reproduced", cells(page, claim).get(4), claim);
        }
        assertEquals(
                List.of(
                        "10 times better after 5000 iterations",
                        "adam / physical-gradient at least 8.2",
                        "",
                        "",
                        "not run"),
                cells(page, "10 times better after 5000 iterations"));
        assertEquals(
                1 + 3 * 11,
                Files.readAllLines(path.resolve("figures/figure-1.csv")).size());
    }

    @Test
    void claimsAreDecidedByTheMostTellingRunsThatReachThem() throws IOException {
        run("quick", "adam", 600, i -> 8);
        run("quick", "sgd", 600, i -> 4);
        run("quick", "physical-gradient", 600, i -> 2);
        run("paper", "adam", 70, i -> i > 54 && i <= 60 ? 6 : 9);
        run("paper", "physical-gradient", 70, i -> 1);
        List<String> page = page();
        // At iteration 60 of the larger scale: the mean of the errors of iterations 55 to 60 is 6.
        assertEquals(
                List.of("adam / physical-gradient at least 2.6", "6 / 1 = 6", "paper, 1 seed", "reproduced"),
                cells(page, "Physical gradients are 3 times better than Adam at iteration 60")
                        .subList(1, 5));
        assertEquals(
                List.of("4 / 8 = 0.5", "quick, 1 seed", "**not reproduced**"),
                cells(page, "Adam is more accurate than SGD (here at iteration 300)")
                        .subList(2, 5));
        assertEquals(
                "not run", cells(page, "10 times better after 5000 iterations").get(4));
    }

    @Test
    void aSlowdownComparesRatesBeforeAndAfter() throws IOException {
        run("quick", "adam", 400, i -> Math.exp(-0.02 * Math.min(i, 200)));
        run("quick", "sgd", 600, i -> Math.exp(-0.02 * i));
        List<String> page = page();
        assertEquals(
                "reproduced",
                cells(page, "Adam slows down after about 200 iterations").get(4));
        assertEquals(
                "**not reproduced**",
                cells(page, "SGD slows down after about 300 iterations").get(4));
    }

    @Test
    void numbersAreShort() {
        assertEquals("0.5", Claims.number(0.5));
        assertEquals("1.50e-06", Claims.number(1.5e-6));
        assertEquals("3290", Claims.number(3289.7));
        assertEquals("100", Claims.number(100));
        assertEquals("0", Claims.number(0));
    }

    private List<String> page() throws IOException {
        new ResultsPage(CATALOG, new ResultsFolder(path)).write();
        return Files.readAllLines(path.resolve("RESULTS.md"));
    }

    private static List<String> cells(List<String> page, String claim) {
        List<String> rows = page.stream()
                .filter(line -> line.startsWith("| " + claim + " |"))
                .toList();
        assertEquals(1, rows.size(), claim);
        String row = rows.get(0);
        return List.of(row.substring(2, row.length() - 2).split(" \\| ", -1));
    }

    /** Makes the run folder of a method whose error is a known function of the iteration. */
    private void run(String scale, String method, int iterations, IntToDoubleFunction error) throws IOException {
        Path file = Files.writeString(path.resolve("poisson.json"), """
                { "experiment": { "problem": { "type": "sine" }, "network": { "type": "mlp" }, "training": { "scheme": "unsupervised" },
                                  "optimizer": { "type": "adam" }, "executor": "dl4j" },
                  "cases": { "adam": {}, "sgd": {}, "physical-gradient": {} }, "window": 64 }
                """);
        Sweep sweep = new SweepReader(CATALOG).read(file, Optional.empty(), 1);
        SweepFolder folder = SweepFolder.prepare(new ResultsFolder(path).sweep(scale, "poisson"), sweep, CATALOG);
        Job job = sweep.jobs(method).get(0);
        StringBuilder table = new StringBuilder("iteration,wall_s,cpu_s,x_l1\n");
        for (int i = 1; i <= iterations; i++) {
            table.append(String.format(Locale.ROOT, "%d,1,1,%s%n", i, error.applyAsDouble(i)));
        }
        Files.createDirectories(folder.run(job));
        Files.writeString(folder.run(job).resolve("metrics.csv"), table);
        assertTrue(Files.exists(folder.run(job).resolve("metrics.csv")));
    }
}
