package org.physgrad.tests.plugins;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.physgrad.tests.Product;

/** A run of the distribution that a test steers by lines on its standard input. */
public final class Session implements AutoCloseable {

    /** Guards against a process that hangs; far beyond what any step takes. */
    private static final long SECONDS = 120;

    private static final String END = "(the process ended)";

    private final Process process;
    private final PrintStream input;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();

    /** Starts a run. */
    public Session(Path folder, Path plugins, Object... run) throws IOException {
        ProcessBuilder builder = Product.command(folder, run).redirectErrorStream(true);
        builder.environment().put("PHYSGRAD_PLUGINS", plugins.toString());
        process = builder.start();
        input = new PrintStream(process.getOutputStream(), true, Charset.defaultCharset());
        Thread reader = new Thread(
                () -> {
                    try (BufferedReader out = process.inputReader()) {
                        out.lines().forEach(lines::add);
                        lines.add(END);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                "output of the session");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a long run of the sine problem and pauses it. */
    static Session paused(Path folder, Path plugins) throws IOException, InterruptedException {
        Session session = new Session(
                folder,
                plugins,
                "run",
                Product.example("sine-quick.json"),
                "--set",
                "iterations=1000000",
                "--set",
                "batchSize=10",
                "--out",
                "run",
                "--control");
        try {
            session.await("1/1000000");
            session.send("pause");
            session.await("Paused");
            return session;
        } catch (InterruptedException | AssertionError e) {
            session.close();
            throw e;
        }
    }

    /** The process of the run. */
    public Process process() {
        return process;
    }

    /** Sends a line. */
    public void send(String format, Object... arguments) {
        input.println(String.format(Locale.ROOT, format, arguments));
    }

    /** Waits for a line that contains all of some words, and skips those before it. */
    public String await(String... words) throws InterruptedException {
        return await(line -> List.of(words).stream().allMatch(line::contains), String.join(" ", words));
    }

    private String await(Predicate<String> wanted, String description) throws InterruptedException {
        while (true) {
            String line = lines.poll(SECONDS, TimeUnit.SECONDS);
            if (line == null || line.equals(END)) {
                return fail("no line with '" + description + "' came after\n"
                        + String.join("\n", seen.subList(Math.max(0, seen.size() - 20), seen.size())));
            }
            seen.add(line);
            if (wanted.test(line)) {
                return line;
            }
        }
    }

    /**
     * Kills the process after a while, which leaves it no time for anything.
     *
     * @return false if it had ended by then
     */
    public boolean killAfter(long milliseconds) throws InterruptedException {
        boolean ended = process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        return !ended;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
