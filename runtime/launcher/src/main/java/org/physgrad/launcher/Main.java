package org.physgrad.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** Entry point of the product. */
public final class Main {

    /** Exit code of a failure that the application did not foresee. */
    private static final int FAILED = 1;

    private static final int SECONDS_TO_CLOSE = 5;

    private Main() {}

    /**
     * Starts the product, hands the command line to its application, and exits with the code the application returns.
     *
     * <p>The start script sets the system properties {@code physgrad.home}, the folder of the distribution, and {@code
     * physgrad.product}, the product to start. The environment variable {@code PHYSGRAD_VERBOSE} or the argument {@code
     * --verbose} make it talk.
     *
     * @param arguments the command line, all of it for the application
     */
    public static void main(String[] arguments) {
        boolean verbose =
                System.getenv("PHYSGRAD_VERBOSE") != null || List.of(arguments).contains("--verbose");
        StderrLogging.prepare(verbose);
        if (List.of(arguments).contains("--safe-mode")) {
            System.setProperty("physgrad.safeMode", "true"); // read by the bundle that starts plug-ins
        }

        // A signal makes the JVM run its shutdown hooks. The application has its own, to end a run in good order;
        // this one only gives the framework time to close once the application has returned.
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(closed), "launcher-shutdown"));

        int code;
        try {
            code = run(arguments);
        } catch (Throwable failure) { // whatever escapes the application, errors of class loading included
            report(failure, verbose);
            code = FAILED;
        } finally {
            closed.countDown();
        }
        System.exit(code); // threads of the framework and its bundles would keep the JVM alive
    }

    private static int run(String[] arguments) {
        Distribution distribution = new Distribution(Path.of(System.getProperty("physgrad.home", ".")));
        String product = System.getProperty("physgrad.product", "headless");
        NativeCache.choose();
        try (FrameworkLauncher launcher =
                FrameworkLauncher.start(distribution.features(product), distribution.repository())) {
            return launcher.application().applyAsInt(arguments);
        }
    }

    private static void report(Throwable failure, boolean verbose) {
        if (failure instanceof LaunchException) {
            System.err.println("physgrad: " + failure.getMessage());
        } else {
            System.err.println("physgrad: unexpected failure, see where with --verbose: " + rootCause(failure));
        }
        if (verbose) {
            failure.printStackTrace();
        }
    }

    static Throwable rootCause(Throwable failure) {
        return failure.getCause() == null ? failure : rootCause(failure.getCause());
    }

    private static void await(CountDownLatch closed) {
        try {
            // Over time means that the application still works, at its own hook's request: its bundles stay, and
            // the next start removes the framework's storage.
            boolean inTime = closed.await(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
            LoggerFactory.getLogger(Main.class)
                    .info("the framework {}", inTime ? "is closed" : "closes with the process");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
