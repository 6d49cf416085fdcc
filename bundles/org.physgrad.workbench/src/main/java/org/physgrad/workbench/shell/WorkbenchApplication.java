package org.physgrad.workbench.shell;

import java.awt.AWTError;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.plugins.Plugins;
import org.physgrad.workbench.runs.RunQueue;

/** The window as the launcher sees it: {@code workbench [FOLDER]}; returns an exit code when the window has been closed. */
@Component(service = ToIntFunction.class, property = "org.physgrad.application=workbench")
public final class WorkbenchApplication implements ToIntFunction<String[]> {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private final BundleContext context;
    private final Catalog catalog;
    private final Plugins plugins;
    private final RunQueue queue;

    /**
     * Made by Declarative Services.
     *
     * @param context the bundle's context, to find views and actions with
     * @param catalog the installed parts
     * @param plugins the plug-ins of this installation, started by now
     * @param queue the runs, of which the status bar tells what computes them
     */
    @Activate
    public WorkbenchApplication(
            BundleContext context, @Reference Catalog catalog, @Reference Plugins plugins, @Reference RunQueue queue) {
        this.context = context;
        this.catalog = catalog;
        this.plugins = plugins;
        this.queue = queue;
    }

    @Override
    public int applyAsInt(String[] arguments) {
        List<String> words = Arrays.stream(arguments)
                .skip(1) // "workbench" itself, which chose this product
                .filter(word -> !word.equals("--verbose") && !word.equals("--safe-mode")) // the launcher's
                .toList();
        Path folder =
                Path.of(words.isEmpty() ? "" : words.get(0)).toAbsolutePath().normalize();
        if (words.size() > 1 || words.stream().anyMatch(word -> word.startsWith("-"))) {
            return refuse(
                    USAGE, "usage: physgrad workbench [FOLDER], where FOLDER holds experiments (default: this one)");
        }
        if (!Files.isDirectory(folder)) {
            return refuse(USAGE, "there is no folder " + folder + "; make it, or name another workspace folder");
        }
        Optional<String> obstacle = displayProblem();
        if (obstacle.isPresent()) {
            return refuse(
                    FAILED,
                    "the window cannot open: " + obstacle.get()
                            + ". Without a display, use the command line, such as: physgrad run FILE");
        }
        return open(folder);
    }

    private int open(Path folder) {
        CountDownLatch closed = new CountDownLatch(1);
        CompletableFuture<Shell> shell = new CompletableFuture<>();
        Machine machine = new Machine(catalog, queue);
        EventQueue.invokeLater(() -> {
            try {
                shell.complete(Shell.open(context, catalog, plugins, machine, folder, closed::countDown));
            } catch (RuntimeException | LinkageError e) {
                shell.completeExceptionally(e);
            }
        });
        try {
            Shell opened = shell.get();
            Runtime.getRuntime().addShutdownHook(new Thread(opened::closeNow, "close workbench"));
            closed.await();
            return DONE;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window did not open", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    /** Says why no window can be opened here, if so. */
    private static Optional<String> displayProblem() {
        try {
            if (GraphicsEnvironment.isHeadless()) {
                return Optional.of("there is no display (on Linux, the variable DISPLAY names it)");
            }
            GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
            return Optional.empty();
        } catch (AWTError | RuntimeException e) {
            return Optional.of(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("no display"));
        } catch (LinkageError e) {
            return Optional.of("this Java has no window toolkit; install a JRE that is not \"headless\"");
        }
    }

    private static int refuse(int code, String message) {
        System.err.println("physgrad: " + message);
        return code;
    }
}
