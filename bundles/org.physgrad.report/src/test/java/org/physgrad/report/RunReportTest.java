package org.physgrad.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.engine.catalog.ClassPathCatalog;
import org.physgrad.visuals.chart.ChartFormat;

/** The page and the files that are written of runs whose parts are not installed. */
class RunReportTest {

    @TempDir
    private Path folder;

    @Test
    void thePageHoldsTheNumbersAndNothingFromElsewhere() throws IOException {
        String page = page(runs());
        assertTrue(
                page.contains("<th scope=\"row\">optimizer.learningRate</th><td>0.1</td><td>0.01</td>"), "differences");
        assertTrue(page.contains("<caption>x_l1 at chosen iterations</caption>"), "a table");
        assertTrue(page.contains("There are no pictures of 0.1: "), "what is missing is said");
        assertTrue(page.contains("data:image/svg+xml;base64,"), "curves without scripts");
        String visible = page.substring(0, page.indexOf("<script"));
        Matcher address = Pattern.compile("(?:src|href|srcset)=\"([^\"]{0,12})").matcher(visible);
        while (address.find()) {
            assertTrue(address.group(1).matches("(#|data:).*"), address.group(1));
        }
        assertFalse(visible.replaceAll("data:[^\"]*", "").contains("//"), "no address of a network");
        assertTrue(page.length() < 4_000_000, "bytes: " + page.length());
    }

    @Test
    void textsOfRunsCannotBreakThePage() throws IOException {
        List<Path> runs = runs();
        Path experiment = runs.get(0).resolve("experiment.json");
        Files.writeString(
                experiment,
                Files.readString(experiment).replace("rates/0.1_seed-0", "</script><script>alert(1)</script>"));
        String page = page(runs);
        assertFalse(page.contains("alert(1)</script>"), "escaped in texts and in data");
        assertTrue(page.contains("&lt;/script&gt;"), "but shown");
    }

    @Test
    void figuresAreFilesOfTheirOwn() throws IOException {
        RunReport report = RunReport.of(catalog(), runs(), ReportOptions.DEFAULT);
        List<String> files =
                report.writeFigures(folder.resolve("figures"), EnumSet.of(ChartFormat.SVG, ChartFormat.CSV)).stream()
                        .map(file -> file.getFileName().toString())
                        .toList();
        assertEquals(
                List.of(
                        "curves-x_l1.svg",
                        "curves-x_l1.csv",
                        "summary.csv",
                        "at-x_l1.csv",
                        "reach-x_l1.csv",
                        "time.csv",
                        "settings-differences.csv"),
                files);
        assertEquals(
                List.of("experiment,at 1,at 10,at 20", "0.1,10,1,0.513", "0.01,100,10,5.13"),
                Files.readAllLines(folder.resolve("figures/at-x_l1.csv")));
    }

    private List<Path> runs() throws IOException {
        return List.of(
                TestRuns.write(folder.resolve("fast"), "0.1", 0, 20, at -> 10.0 / at),
                TestRuns.write(folder.resolve("slow"), "0.01", 0, 20, at -> 100.0 / at));
    }

    private String page(List<Path> runs) throws IOException {
        Path file = folder.resolve("report.html");
        RunReport.of(catalog(), runs, ReportOptions.DEFAULT).write(file);
        return Files.readString(file);
    }

    private static ClassPathCatalog catalog() {
        return ClassPathCatalog.of(RunReportTest.class.getClassLoader());
    }
}
