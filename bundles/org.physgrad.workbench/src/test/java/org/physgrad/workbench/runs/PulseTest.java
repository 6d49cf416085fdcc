package org.physgrad.workbench.runs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** However fast a run signals, the window hears of it ten times a second at most. */
class PulseTest {

    private static final int BEATS = 8;

    @Test
    void beatsAreATenthOfASecondApart() throws Exception {
        List<Long> times = new CopyOnWriteArrayList<>();
        long begin = System.nanoTime();
        CountDownLatch enough = new CountDownLatch(BEATS);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Pulse pulse = new Pulse(thread, () -> {
                times.add(System.nanoTime());
                enough.countDown();
            });
            while (enough.getCount() > 0) {
                pulse.signal();
                Thread.onSpinWait();
            }
        } finally {
            thread.shutdown();
            assertTrue(thread.awaitTermination(1, TimeUnit.MINUTES));
        }

        for (int beat = 0; beat < BEATS; beat++) {
            long milliseconds = TimeUnit.NANOSECONDS.toMillis(times.get(beat) - begin);
            int number = beat;
            assertTrue(milliseconds >= 100L * beat, () -> "beat " + number + " came after " + milliseconds + " ms");
        }
    }
}
