package org.physgrad.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The distribution as a user has it: its start script, run as a process of its own in some folder. */
public final class Product {

    public static final Path HOME =
            Path.of(System.getProperty("physgrad.home")).toAbsolutePath().normalize();

    /** Guards against a build that hangs; far beyond what any command here takes. */
    private static final long MINUTES = 10;

    private static final String NO_END = "the process did not end within " + MINUTES + " minutes";

    private Product() {}

    /**
     * What a finished command leaves.
     *
     * @param exitCode exit code of the process
     * @param out standard output
     * @param err standard error
     */
    public record Result(int exitCode, String out, String err) {

        public List<String> errLines() {
            return err.lines().toList();
        }

        @Override
        public String toString() {
            return "exit code " + exitCode + "\n--- out\n" + out + "--- err\n" + err;
        }
    }

    public static Path example(String name) {
        return HOME.resolve("examples").resolve(name);
    }

    /** Runs a command to its end. */
    public static Result run(Path folder, Object... arguments) throws IOException, InterruptedException {
        return run(folder, Map.of(), arguments);
    }

    /** Runs a command to its end, with further environment variables. */
    public static Result run(Path folder, Map<String, String> environment, Object... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = command(folder, arguments);
        builder.environment().putAll(environment);
        return run(builder);
    }

    /** Runs a prepared command to its end. */
    public static Result run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = Files.createTempFile("physgrad-out", ".txt");
        Path err = Files.createTempFile("physgrad-err", ".txt");
        try {
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            boolean ended = ends(process);
            Result result = new Result(process.exitValue(), Files.readString(out), Files.readString(err));
            assertTrue(ended, () -> NO_END + ": " + result);
            return result;
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Starts a command; its standard output can be read, its standard error goes where that of the test goes. */
    public static Process start(Path folder, Object... arguments) throws IOException {
        return command(folder, arguments)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Waits for the end of a process. */
    public static int exitCode(Process process) throws InterruptedException {
        assertTrue(ends(process), NO_END);
        return process.exitValue();
    }

    private static boolean ends(Process process) throws InterruptedException {
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        return ended;
    }

    /** Prepares a command, not started yet. */
    public static ProcessBuilder command(Path folder, Object... arguments) {
        List<String> command = new ArrayList<>();
        if (osName().startsWith("windows")) {
            command.add(HOME.resolve("bin/physgrad.bat").toString());
        } else if (osName().startsWith("linux")) {
            // A build in the background of a script ignores SIGINT, and its children inherit that.
            command.addAll(List.of(
                    "env", "--default-signal=INT", HOME.resolve("bin/physgrad").toString()));
        } else {
            command.add(HOME.resolve("bin/physgrad").toString());
        }
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    private static String osName() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }
}
