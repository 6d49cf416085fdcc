package org.physgrad.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.tests.Output;
import org.physgrad.tests.Product;
import org.physgrad.tests.RunFolder;
import org.physgrad.tests.plugins.PluginJar;

/** The window as a process of its own, started by the start script and closed by the window manager in the middle of a run. */
@NeedsDisplay
class ClosingTest {

    private static final String QUESTION = "focus: Close the workbench?, ";
    private static final String UNHEARD = "the window itself got F4";

    @TempDir
    private Path folder;

    private Process process;
    private Output out;
    private Robot hand;

    @AfterEach
    void leaveNothingRunning() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void closingInTheMiddleOfARunAsksKeepsTheCheckpointAndEndsTheProcess() throws Exception {
        Path workspace = Files.createDirectory(folder.resolve("workspace"));
        Path experiment = Files.writeString(workspace.resolve("long.json"), """
                { "name": "long", "problem": { "type": "heat", "resolution": 16 },
                  "network": { "type": "unet", "levels": 2 },
                  "training": { "scheme": "physical-gradient", "solver": { "type": "heat-inverse" } },
                  "optimizer": { "type": "adam" },
                  "batchSize": 4, "iterations": 1000000, "checkpointEvery": 1000000, "threads": 1 }
                """);
        Path config = folder.resolve("config");
        Path plugins = folder.resolve("plugins");
        starter(experiment, Files.createDirectories(plugins.resolve("drop"))); // what lies there is installed

        ProcessBuilder builder = Product.command(folder, "workbench", workspace);
        builder.environment()
                .putAll(Map.of("PHYSGRAD_CONFIG", config.toString(), "PHYSGRAD_PLUGINS", plugins.toString()));
        process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        out = new Output(process);
        RunFolder run = new RunFolder(workspace.resolve("runs/long"));
        hand = new Robot();
        out.await("trains");
        askToClose();
        int asked = iterations(run);
        Pause.pause(
                new Condition("the run goes on while the window asks") {
                    @Override
                    public boolean test() {
                        return iterations(run) > asked;
                    }
                },
                TimeUnit.MINUTES.toMillis(2));
        press(KeyEvent.VK_ESCAPE);
        out.await("focus: the workbench");

        askToClose();
        press(KeyEvent.VK_SHIFT, KeyEvent.VK_TAB);
        out.await(QUESTION + "Close");
        press(KeyEvent.VK_SPACE);
        out.awaitEnd();
        assertEquals(0, Product.exitCode(process));
        String checkpoint = String.format(Locale.ROOT, "iteration-%07d.zip", iterations(run));
        assertTrue(run.checkpoints().contains(checkpoint), () -> "there is no " + checkpoint);
        assertTrue(
                List.of("workbench.properties", "workbench-layout.xml").stream()
                        .allMatch(file -> Files.exists(config.resolve(file))),
                "settings and layout are kept");
    }

    /**
     * A plug-in that runs the experiment as soon as the window is open, and tells on standard output which component has the keyboard, which keys the window manager leaves to the window, and when the
     * run is under way.
     */
    private static void starter(Path experiment, Path target) throws IOException {
        new PluginJar("org.example.starter", "1.0.0", "org.physgrad.workbench.spi;version=\"[1.0,2)\",javax.swing")
                .component("Starter", "org.physgrad.workbench.spi.View", "")
                .source("Starter", """
                        package org.example;

                        import java.awt.*;
                        import java.awt.event.*;
                        import java.nio.file.*;
                        import javax.swing.*;
                        import org.physgrad.workbench.spi.*;

                        public final class Starter implements View {
                            private static final Path EXPERIMENT = Path.of("%s");

                            public Description description() {
                                return new Description("org.example.starter", "Starter", Place.CENTER, 500, true);
                            }

                            public Content open(Workbench workbench) {
                                KeyboardFocusManager keyboard = KeyboardFocusManager.getCurrentKeyboardFocusManager();
                                keyboard.addPropertyChangeListener("focusOwner", event -> {
                                    if (event.getNewValue() instanceof Component component) {
                                        System.out.println("focus: " + place(component));
                                    }
                                });
                                keyboard.addKeyEventDispatcher(event -> {
                                    if (event.getID() == KeyEvent.KEY_PRESSED && event.getKeyCode() == KeyEvent.VK_F4) {
                                        System.out.println("%s");
                                    }
                                    return false;
                                });
                                Path metrics = EXPERIMENT.resolveSibling("runs/long/metrics.csv");
                                Timer timer = new Timer(100, event -> {
                                    if (Files.exists(metrics) && workbench.window().isFocused()) {
                                        ((Timer) event.getSource()).stop();
                                        System.out.println("trains");
                                    }
                                });
                                timer.start();
                                EventQueue.invokeLater(() -> {
                                    workbench.select(Selection.ofExperiment(EXPERIMENT));
                                    workbench.perform("run.start");
                                });
                                return Content.of(new JLabel("Starter"));
                            }

                            private static String place(Component component) {
                                return SwingUtilities.getRoot(component) instanceof Dialog dialog
                                        ? dialog.getTitle() + ", " + text(component)
                                        : "the workbench";
                            }

                            private static String text(Component component) {
                                return component instanceof AbstractButton button ? button.getText() : component.getName();
                            }
                        }
                        """.formatted(experiment, UNHEARD))
                .build(target);
    }

    /**
     * Waits for the question, with the keyboard on the answer that does no harm. Window managers let go of their keys for a moment when they learn of a new keyboard,
     * such as with the first key that is pressed on a display; the window gets them then, as it gets all others.
     */
    private void askToClose() throws InterruptedException {
        do {
            press(KeyEvent.VK_ALT, KeyEvent.VK_F4);
        } while (out.await(line -> line.equals(QUESTION + "Stay") || line.equals(UNHEARD), QUESTION + "Stay")
                .equals(UNHEARD));
    }

    private static int iterations(RunFolder run) {
        try {
            return run.metrics().size() - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void press(int... keys) {
        for (int key : keys) {
            hand.keyPress(key);
        }
        for (int i = keys.length - 1; i >= 0; i--) {
            hand.keyRelease(keys[i]);
        }
    }
}
