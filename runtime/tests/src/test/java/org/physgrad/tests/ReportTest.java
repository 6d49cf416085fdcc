package org.physgrad.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two short runs on one page, as a browser shows it. */
class ReportTest {

    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    @TempDir
    private static Path folder;

    private static Product.Result result;
    private static Path page;

    @BeforeAll
    static void report() throws Exception {
        for (String name : List.of("heat-quick", "heat-quick-adam")) {
            Product.Result run = Product.run(
                    folder,
                    "run",
                    Product.example(name + ".json"),
                    "--set",
                    "iterations=3",
                    "--set",
                    "batchSize=4",
                    "--out",
                    name);
            assertEquals(0, run.exitCode(), run::toString);
        }
        result = Product.run(folder, "report", "heat-quick", "heat-quick-adam", "--format", "svg,csv");
        assertEquals(0, result.exitCode(), result::toString);
        page = folder.resolve("report.html");
    }

    @Test
    void saysWhatItWrote() {
        assertEquals("", result.err());
        assertTrue(result.out().contains("report.html is written"), result::toString);
    }

    @Test
    void showsWhatTellsTheRunsApart() throws IOException {
        String text = Files.readString(page);
        assertTrue(text.contains("<td>physical-gradient</td><td>unsupervised</td>"), "schemes");
        assertFalse(text.contains(">batchSize</th><td>4</td><td>"), "the batch size is the same");
        assertTrue(text.contains("alt=\"x0 - x*\""), "pictures of examples");
        assertTrue(Files.size(page) < 5_000_000, Files.size(page) + " bytes");
    }

    @Test
    void leavesFiguresAsFiles() throws IOException {
        Path figures = folder.resolve("figures");
        assertTrue(Files.readString(figures.resolve("curves-x_l1.svg")).contains("<svg"));
        List<String> rows = Files.readAllLines(figures.resolve("at-x_l1.csv"));
        assertEquals("experiment,at 1,at 3", rows.get(0));
        assertEquals(3, rows.size(), rows::toString);
    }

    @Test
    void aBrowserWithoutANetworkDrawsThePlots() throws Exception {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), "there is none of " + BROWSERS + " on this machine's path");

        Path dom = folder.resolve("dom.html");
        Path log = folder.resolve("browser.log");
        ProcessBuilder command = new ProcessBuilder(
                        browser.get().toString(),
                        "--headless=new",
                        "--no-sandbox", // refuses to start for root
                        "--disable-gpu",
                        "--enable-unsafe-swiftshader", // WebGL without a graphics card
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--enable-logging=stderr",
                        "--virtual-time-budget=60000",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile());
        command.environment().remove("DISPLAY"); // it needs none, and a dead one costs it WebGL
        assertEquals(0, Product.exitCode(command.start()));

        String drawn = Files.readString(dom);
        List<String> messages = Files.readAllLines(log).stream()
                .filter(line -> line.contains("CONSOLE"))
                .toList();
        assertTrue(drawn.contains("data-plots=\"drawn\""), () -> "the script did not come to its end: " + messages);
        assertTrue(drawn.contains("class=\"main-svg\""), "curves");
        assertTrue(drawn.contains("class=\"gl-container\""), "a surface");
        assertTrue(drawn.contains("<canvas"), "a surface");
        List<String> troubles = messages.stream()
                .filter(line -> line.matches(".*(Uncaught|Refused|Error|ERR_|violates).*"))
                .toList();
        assertEquals(List.of(), troubles);
    }

    @Test
    void refusesWhatIsNoRun() throws Exception {
        Product.Result refused = Product.run(folder, "report", "figures");
        assertEquals(6, refused.exitCode(), refused::toString);
        assertTrue(refused.err().contains("is no run folder"), refused::toString);
        assertFalse(Files.exists(folder.resolve("figures/report.html")));
        Product.Result unknown = Product.run(folder, "report", "heat-quick", "--metric", "x_l3");
        assertEquals(2, unknown.exitCode(), unknown::toString);
        assertTrue(unknown.err().contains("no run measured 'x_l3'; there are x_l1"), unknown::toString);
    }

    private static Optional<Path> browser() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> BROWSERS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
