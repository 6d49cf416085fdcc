package org.physgrad.tests;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The standard output of a process. It is read as it comes, so that the process never waits for somebody to read it. */
public final class Output {

    /** Guards against a process that hangs; far beyond what any step takes. */
    private static final long MINUTES = 5;

    private static final String END = "(the output ended)";
    private static final int LINES_TOLD = 20;

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();

    /** Begins to read. */
    public Output(Process process) {
        Thread reader = new Thread(() -> read(process.inputReader()), "output of process " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    private void read(BufferedReader out) {
        try (out) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            // The process was destroyed while it was read: that is the end, too.
        } finally {
            lines.add(END);
        }
    }

    /** Waits for a line that contains all of some words, and skips those before it. */
    public String await(String... words) throws InterruptedException {
        return await(line -> List.of(words).stream().allMatch(line::contains), String.join(" ", words));
    }

    /** Waits until nothing more can come. */
    public void awaitEnd() throws InterruptedException {
        await(END::equals, END);
    }

    /**
     * Waits for a line, and skips those before it.
     *
     * @param description says what is awaited, to whoever awaits it in vain
     */
    public String await(Predicate<String> wanted, String description) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        while (true) {
            String line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line != null) {
                seen.add(line);
                if (wanted.test(line)) {
                    return line;
                }
            }
            if (line == null || line.equals(END)) {
                return fail("no '" + description + "' within " + MINUTES + " minutes; the output so far ends with\n"
                        + String.join("\n", seen.subList(Math.max(0, seen.size() - LINES_TOLD), seen.size())));
            }
        }
    }
}
