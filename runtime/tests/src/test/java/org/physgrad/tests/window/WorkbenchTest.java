package org.physgrad.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.tests.Npy;
import org.physgrad.tests.RunFolder;
import org.physgrad.tests.plugins.SolverPlugin;

/** An afternoon at the workbench: each test goes on where the one before it has left the window. */
@NeedsDisplay
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkbenchTest {

    private static final String FIRST = "by-hand";
    private static final String SECOND = "by-hand-2";
    private static final String THIRD = "by-hand-3";

    /** Of the first run: enough to pause it, on any machine, while it trains. */
    private static final int ITERATIONS = 40;

    @TempDir
    private static Path workspace;

    private static EventThread eventThread;
    private static WorkbenchWindow window;
    private static Map<String, Rectangle> places;

    @BeforeAll
    static void open() throws Exception {
        eventThread = EventThread.watch();
        window = WorkbenchWindow.open(workspace);
        places = window.places();
    }

    @AfterAll
    static void leaveNothingRunning() {
        if (window != null) {
            window.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_F2);
        }
    }

    @Test
    @Order(1)
    void anExperimentIsBuiltByClickingAndTyping() throws Exception {
        window.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_N);
        window.answer("by-hand");
        window.choose("problem.type", "heat");
        window.enter("problem.resolution", 32);
        window.choose("network.type", "unet");
        window.choose("training.scheme", "physical-gradient");
        window.choose("training.solver.type", "heat-inverse");
        window.enter("training.steps", 1);
        window.choose("optimizer.type", "adam");
        window.enter("optimizer.learningRate", 0.001);
        window.enter("batchSize", 128);
        window.enter("iterations", ITERATIONS);
        window.enter("threads", 1);

        awaitVerdict("Nothing is wrong");
        assertEquals(
                JsonParser.parseString("""
                        { "name": "by-hand", "problem": { "type": "heat", "resolution": 32 }, "network": { "type": "unet" },
                          "training": { "scheme": "physical-gradient", "solver": { "type": "heat-inverse" }, "steps": 1 },
                          "optimizer": { "type": "adam", "learningRate": 0.001 }, "batchSize": 128, "iterations": %d,
                          "threads": 1 }
                        """.formatted(ITERATIONS)),
                JsonParser.parseString(Files.readString(workspace.resolve("by-hand.json"))));
    }

    @Test
    @Order(2)
    void curveAndSurfaceMoveWhileItTrains() throws Exception {
        window.perform("run.start", KeyEvent.VK_F5);
        window.await("the first run trains", () -> window.run(FIRST).iteration() >= 1);
        window.perform("run.pause", KeyEvent.VK_F6);
        awaitState(FIRST, "paused");
        assertTrue(window.run(FIRST).iteration() < ITERATIONS, () -> "paused too late: " + window.run(FIRST));
        window.await("a curve is shown", () -> Pixels.colours(window.picture("curves.chart")) > 0);
        window.await("a surface is shown", () -> Pixels.colours(window.picture("closeup.picture")) > 100);
        BufferedImage curve = window.picture("curves.chart");
        BufferedImage surface = window.picture("closeup.picture");

        window.perform("run.proceed", KeyEvent.VK_SHIFT, KeyEvent.VK_F6);
        awaitState(FIRST, "done");
        assertEquals(ITERATIONS, window.run(FIRST).iteration());
        window.await("another curve", () -> !Pixels.same(curve, window.picture("curves.chart")));
        window.await("another surface", () -> !Pixels.same(surface, window.picture("closeup.picture")));
        assertEquals(ITERATIONS, run(FIRST).metrics().size() - 1);
    }

    @Test
    @Order(3)
    void aRunIsCancelledAndResumed() throws Exception {
        window.enter("seed", 1);
        window.enter("iterations", 100000);
        awaitVerdict("Nothing is wrong");
        eventThread.reset();
        window.perform("run.start", KeyEvent.VK_F5);
        window.await("the second run trains", () -> window.run(SECOND).iteration() >= 3);
        window.perform("run.cancel", KeyEvent.VK_CONTROL, KeyEvent.VK_F2);
        awaitState(SECOND, "cancelled");
        int cancelledAt = window.run(SECOND).iteration();
        assertTrue(run(SECOND).checkpoints().contains(checkpoint(cancelledAt)), () -> "no checkpoint " + cancelledAt);

        window.perform("run.resume", KeyEvent.VK_F7);
        window.await("it trains again", () -> window.run(SECOND).iteration() > cancelledAt + 5);
        assertTrue(
                eventThread.longestMilliseconds() < 200,
                () -> "the event thread was busy for " + eventThread.longestMilliseconds() + " ms with "
                        + eventThread.longestEvent());
    }

    @Test
    @Order(4)
    void twoRunsAreCompared() throws Exception {
        window.frame().list("curves.runs").clickItem(FIRST);
        Path file = workspace.resolve("curves.csv");
        window.click("curves.save");
        window.chooseFile("save.chooser", file);
        window.await("the curves are written", () -> Files.exists(file));
        assertEquals(
                List.of('"' + FIRST + '"', '"' + SECOND + '"'),
                Files.readAllLines(file).stream()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .distinct()
                        .toList());
    }

    @Test
    @Order(5)
    void aPluginIsInstalledWhileItTrains() throws Exception {
        install(SolverPlugin.of("1.0.0").build(workspace), "org.example.downhill");
        window.menu("view.open.org.physgrad.editor");
        window.choose("training.solver.type", "downhill");
        awaitVerdict("Nothing is wrong");
    }

    @Test
    @Order(6)
    void viewsThatThrowAreReplacedByTheirErrors() throws Exception {
        install(ViewPlugin.build(workspace), ViewPlugin.NAME);
        for (String view : List.of("ThrowsAtOpening", "ThrowsAtPainting")) {
            window.menu("view.open.org.example." + view);
            window.await(view + " shows its error", () -> window.shows("org.example." + view, "failure"));
        }
        window.menu("view.open.org.example.Works");
        window.await("the good view is shown", () -> window.shows("org.example.Works"));
        int iteration = window.run(SECOND).iteration();
        BufferedImage curve = window.picture("curves.chart");
        window.await("the run goes on", () -> window.run(SECOND).iteration() > iteration);
        window.await("the curve goes on", () -> !Pixels.same(curve, window.picture("curves.chart")));
    }

    @Test
    @Order(7)
    void viewsGoWithTheirPlugin() {
        window.menu("view.open.org.physgrad.plugins");
        window.frame().table("plugins.table").selectRows(window.row("plugins.table", ViewPlugin.NAME));
        window.click("plugins.remove");
        window.dialog().buttonWithText("Remove").click();
        window.await("it is gone", () -> window.row("plugins.table", ViewPlugin.NAME) < 0);
        for (String view : List.of("ThrowsAtOpening", "ThrowsAtPainting", "Works")) {
            assertFalse(window.has("org.example." + view), view + " is still docked");
            assertFalse(window.has("menu.view.open.org.example." + view), view + " is still in the menu");
        }
        assertTrue(window.shows("org.physgrad.plugins"));
    }

    @Test
    @Order(8)
    void theThemeChangesPicturesToo() {
        List<String> drawn = List.of("toolBar", "curves.chart", "closeup.picture", "project.tree");
        for (String component : drawn) {
            assertTrue(Pixels.brightness(window.picture(component)) > 0.6, component + " is not light");
        }
        window.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_T);
        for (String component : drawn) {
            window.await(component + " is dark", () -> Pixels.brightness(window.picture(component)) < 0.4);
        }
    }

    @Test
    @Order(9)
    void theLayoutIsRestored() {
        window.choose(window.frame().comboBox("curves.metric"), "y_l1");
        window.frame().checkBox("curves.logX").check();
        window.closeView("org.physgrad.curves");
        window.closeView("org.physgrad.runs");
        assertFalse(window.has("org.physgrad.curves"));
        window.menu("view.resetLayout");
        window.await("the views are back where they were", () -> isWhereItWas(window.places()));
        window.await("the ticked runs are drawn again", () -> Pixels.colours(window.picture("curves.chart")) > 0);
        window.frame().comboBox("curves.metric").requireSelection("y_l1");
        window.frame().checkBox("curves.logX").requireSelected();
    }

    /** Up to the rounding of dividers to pixels. */
    private static boolean isWhereItWas(Map<String, Rectangle> now) {
        return now.keySet().equals(places.keySet())
                && places.entrySet().stream().allMatch(place -> {
                    Rectangle after = now.get(place.getKey());
                    Rectangle before = place.getValue();
                    return Math.abs(after.x - before.x) < 4
                            && Math.abs(after.y - before.y) < 4
                            && Math.abs(after.width - before.width) < 8
                            && Math.abs(after.height - before.height) < 8;
                });
    }

    @Test
    @Order(10)
    void aFastRunIsRedrawnTenTimesASecondAtMost() {
        window.perform("run.cancel", KeyEvent.VK_CONTROL, KeyEvent.VK_F2);
        window.menu("view.open.org.physgrad.editor");
        window.choose("problem.type", "sine");
        window.choose("network.type", "mlp");
        window.choose("training.solver.type", "sine-inverse");
        window.await("the arrays that the problem needs have rows", () -> window.has("data.context.a"));
        window.enter("data.context.a", "a.npy");
        awaitVerdict("data.effect: is missing");
        window.enter("data.context.a", "");
        awaitVerdict("Nothing is wrong");
        window.perform("run.start", KeyEvent.VK_F5);
        window.await("the third run trains", () -> window.run(THIRD).iteration() >= 100);

        eventThread.reset();
        long begin = System.nanoTime();
        window.await("many iterations are drawn", () -> eventThread.redraws("curves.chart") > 10);
        int redraws = eventThread.redraws("curves.chart");
        double seconds = (System.nanoTime() - begin) / 1e9;
        assertTrue(redraws <= 10 * seconds + 1, () -> redraws + " redraws in " + seconds + " s");
    }

    @Test
    @Order(11)
    void aTrainedNetworkAnswersObservationsInAFile() throws Exception {
        double[] values = new double[4 * 32 * 32];
        Arrays.setAll(values, i -> Math.exp(-Math.pow(i / 32 % 32 - 16, 2) / 18 - Math.pow(i % 32 - 12, 2) / 18));
        Npy.write(workspace.resolve("y.npy"), "<f4", false, values, 4, 32, 32);
        window.perform("run.cancel", KeyEvent.VK_CONTROL, KeyEvent.VK_F2);
        awaitState(THIRD, "cancelled");
        window.frame().table("runs.table").selectRows(window.row("runs.table", FIRST));
        window.perform("run.infer", KeyEvent.VK_SHIFT, KeyEvent.VK_F9);
        DialogFixture dialog = window.dialog("infer.dialog");
        dialog.textBox("infer.observations").enterText("z.npy");
        dialog.button("infer.begin").click();
        assertTrue(dialog.textBox("infer.verdict").text().contains("z.npy does not exist"));
        dialog.textBox("infer.observations").deleteText().enterText("y.npy");
        dialog.textBox("infer.causes").deleteText().enterText("x.npy");
        dialog.textBox("infer.residuals").enterText("r.csv");
        dialog.comboBox("solver.type").focus();
        window.choose(dialog.comboBox("solver.type"), "heat-inverse");
        dialog.comboBox("solver.type").requireFocused();
        dialog.button("infer.begin").click();

        window.await("the answers are written", () -> Files.exists(workspace.resolve("x.npy")));
        assertEquals(4 * 32 * 32, Npy.read(workspace.resolve("x.npy"), "<f4", 4, 32, 32).length);
        window.await("the answers are shown", () -> window.text("fields.title").equals("y.npy, " + FIRST));
        window.await("fields are drawn", () -> Pixels.colours(window.picture("fields.grid")) > 100);
        for (String line : Files.readAllLines(workspace.resolve("r.csv")).subList(1, 5)) {
            String[] cells = line.split(",", -1);
            assertTrue(Double.parseDouble(cells[4]) < Double.parseDouble(cells[2]), line);
        }
        window.perform("run.infer", KeyEvent.VK_SHIFT, KeyEvent.VK_F9);
        DialogFixture again = window.dialog("infer.dialog");
        again.textBox("infer.observations").requireText("y.npy");
        again.textBox("infer.causes").requireText("x.npy");
        again.comboBox("solver.type").requireSelection("heat-inverse - Heat inverse");
        again.button("infer.cancel").click();

        window.frame().toggleButton("fields.hold").click();
        window.await(
                "the run's own example is back",
                () -> window.text("fields.title").equals("It. " + ITERATIONS + ", " + FIRST));
    }

    @Test
    @Order(12)
    void everyControlHasANameForScreenReaders() {
        assertEquals(List.of(), window.namelessControls());
    }

    @Test
    @Order(13)
    void nothingUsesTheWindowOffItsThread() {
        assertEquals(List.of(), eventThread.violations());
    }

    private static void install(Path jar, String name) {
        window.menu("view.open.org.physgrad.plugins");
        window.click("plugins.installFile");
        window.chooseFile("plugins.chooser", jar);
        window.dialog().buttonWithText("Install").click();
        window.await(name + " is listed", () -> window.row("plugins.table", name) >= 0);
    }

    private static void awaitVerdict(String beginning) {
        window.await(
                "the experiment's verdict is: " + beginning,
                () -> window.text("experiment.verdict").startsWith(beginning));
    }

    private static void awaitState(String run, String state) {
        window.await(run + " is " + state, () -> window.run(run).state().equals(state));
    }

    private static RunFolder run(String name) {
        return new RunFolder(workspace.resolve("runs").resolve(name));
    }

    private static String checkpoint(int iteration) {
        return String.format(Locale.ROOT, "iteration-%07d.zip", iteration);
    }
}
