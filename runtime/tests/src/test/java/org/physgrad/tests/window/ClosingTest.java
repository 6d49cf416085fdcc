package org.physgrad.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.io.BufferedReader;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.tests.Product;
import org.physgrad.tests.RunFolder;
import org.physgrad.tests.plugins.PluginJar;

/** The window as a process of its own, started by the start script and closed by the window manager in the middle of a run. */
@NeedsDisplay
class ClosingTest {

    private static final String WINDOW = "active: workspace - PhysGrad Workbench";
    private static final String QUESTION = "active: Close the workbench?";

    @TempDir
    private Path folder;

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
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        RunFolder run = new RunFolder(workspace.resolve("runs/long"));
        try (BufferedReader out = process.inputReader()) {
            Robot hand = new Robot();
            await(out, "trains");
            press(hand, KeyEvent.VK_ALT, KeyEvent.VK_F4);
            await(out, QUESTION);
            int asked = iterations(run);
            Pause.pause(
                    new Condition("the run goes on while the window asks") {
                        @Override
                        public boolean test() {
                            return iterations(run) > asked;
                        }
                    },
                    TimeUnit.MINUTES.toMillis(2));
            press(hand, KeyEvent.VK_ESCAPE);
            await(out, WINDOW);

            press(hand, KeyEvent.VK_ALT, KeyEvent.VK_F4);
            await(out, QUESTION);
            press(hand, KeyEvent.VK_SHIFT, KeyEvent.VK_TAB); // from "Stay" to "Close"
            press(hand, KeyEvent.VK_SPACE);
            out.lines().forEach(line -> {}); // to the end, lest the process blocks on a full pipe
            assertEquals(0, Product.exitCode(process));
        } finally {
            process.destroyForcibly();
        }
        String checkpoint = String.format(Locale.ROOT, "iteration-%07d.zip", iterations(run));
        assertTrue(run.checkpoints().contains(checkpoint), () -> "there is no " + checkpoint);
        assertTrue(
                List.of("workbench.properties", "workbench-layout.xml").stream()
                        .allMatch(file -> Files.exists(config.resolve(file))),
                "settings and layout are kept");
    }

    /** A plug-in that runs the experiment as soon as the window is open, and tells on standard output which window is active and when the run is under way. */
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
                                Toolkit.getDefaultToolkit().addAWTEventListener(event -> {
                                    if (event.getID() == WindowEvent.WINDOW_ACTIVATED) {
                                        System.out.println("active: " + title(event.getSource()));
                                    }
                                }, AWTEvent.WINDOW_EVENT_MASK);
                                Path metrics = EXPERIMENT.resolveSibling("runs/long/metrics.csv");
                                Timer timer = new Timer(100, event -> {
                                    if (Files.exists(metrics)) {
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

                            private static String title(Object window) {
                                return window instanceof Frame frame ? frame.getTitle() : ((Dialog) window).getTitle();
                            }
                        }
                        """.formatted(experiment))
                .build(target);
    }

    private static void await(BufferedReader out, String wanted) throws IOException {
        String line;
        do {
            line = out.readLine();
            assertNotNull(line, "the process ended before it said \"" + wanted + '"');
        } while (!line.equals(wanted));
    }

    private static int iterations(RunFolder run) {
        try {
            return run.metrics().size() - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void press(Robot hand, int... keys) {
        for (int key : keys) {
            hand.keyPress(key);
        }
        for (int i = keys.length - 1; i >= 0; i--) {
            hand.keyRelease(keys[i]);
        }
    }
}
