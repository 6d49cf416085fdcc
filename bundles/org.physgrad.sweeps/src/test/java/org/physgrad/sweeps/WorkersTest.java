package org.physgrad.sweeps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs in processes that may die. */
class WorkersTest {

    /** A worker whose jobs do what their names say. */
    public static final class Worker {

        private Worker() {}

        public static void main(String[] arguments) throws IOException {
            Path marks = Path.of(arguments[0]);
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String job = in.readLine(); job != null; job = in.readLine()) {
                boolean again = Files.exists(marks.resolve(job));
                Files.writeString(marks.resolve(job), "");
                out.println(Workers.progress(1));
                out.println("a line that some library prints");
                if (job.equals("dies") || (job.equals("dies-once") && !again)) {
                    Runtime.getRuntime().halt(137);
                }
                if (job.equals("waits")) {
                    in.readLine(); // until the input ends
                    out.println(Workers.end(new JobEnd(job, JobEnd.Kind.CANCELLED, "")));
                    return;
                }
                out.println(Workers.end(new JobEnd(job, JobEnd.Kind.DONE, "")));
            }
        }
    }

    @TempDir
    private Path marks;

    private final List<String> retried = new ArrayList<>();
    private int processes;

    @Test
    void aJobWhoseProcessDiesIsTriedOnceMoreAndReported() throws InterruptedException {
        List<JobEnd> ends = workers(new Workers.Listener() {
                    @Override
                    public void retrying(JobEnd failure) {
                        retried.add(failure.job());
                    }
                })
                .run(List.of("a", "dies", "dies-once", "b"), 1);
        assertEquals(
                List.of("a DONE", "b DONE", "dies FAILED", "dies-once DONE"),
                ends.stream().map(end -> end.job() + " " + end.kind()).sorted().toList());
        assertEquals(List.of("dies", "dies-once"), retried);
        assertTrue(ends.stream()
                .filter(end -> end.job().equals("dies"))
                .allMatch(end -> end.reason().contains("process died")));
        assertEquals(4, processes, "one for each death, one more at the end");
    }

    @Test
    void cancellingEndsTheJobsInWorkAndStartsNoMore() throws InterruptedException {
        Workers[] workers = new Workers[1];
        workers[0] = workers(new Workers.Listener() {
            @Override
            public void iterated(String job, int iteration) {
                workers[0].cancel();
            }
        });
        List<JobEnd> ends = workers[0].run(List.of("waits", "b"), 1);
        assertEquals(List.of(new JobEnd("waits", JobEnd.Kind.CANCELLED, "")), ends);
    }

    private Workers workers(Workers.Listener listener) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new Workers(
                () -> {
                    processes++;
                    return new ProcessBuilder(
                                    java,
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Worker.class.getName(),
                                    marks.toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
                },
                listener);
    }
}
