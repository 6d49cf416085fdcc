package org.physgrad.tests.plugins;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.physgrad.tests.Output;
import org.physgrad.tests.Product;

/** A run of the distribution that a test steers by lines on its standard input. */
public final class Session implements AutoCloseable {

    private final Process process;
    private final PrintStream input;
    private final Output output;

    /** Starts a run. */
    public Session(Path folder, Path plugins, Object... run) throws IOException {
        ProcessBuilder builder = Product.command(folder, run).redirectErrorStream(true);
        builder.environment().put("PHYSGRAD_PLUGINS", plugins.toString());
        process = builder.start();
        input = new PrintStream(process.getOutputStream(), true, Charset.defaultCharset());
        output = new Output(process);
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
        return output.await(words);
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
