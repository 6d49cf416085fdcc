package org.physgrad.workbench.shell;

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.swing.JFrame;
import javax.swing.JOptionPane;
import org.physgrad.workbench.spi.ClosingGuard;

/** Closes the window: asks where something would be lost, brings everything into a good state, and ends. */
final class Closing {

    private final JFrame frame;
    private final Runnable end;
    private final List<ClosingGuard> guards = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean begun;

    /**
     * Makes the one way to close the window.
     *
     * @param frame the window
     * @param end disposes of it, on the event thread
     */
    Closing(JFrame frame, Runnable end) {
        this.frame = frame;
        this.end = end;
    }

    void add(ClosingGuard guard) {
        guards.add(guard);
    }

    void remove(ClosingGuard guard) {
        guards.remove(guard);
    }

    /** Asks, if anybody objects, and closes. */
    void ask() {
        List<String> objections = guards.stream()
                .map(ClosingGuard::objection)
                .flatMap(Optional::stream)
                .toList();
        if (objections.isEmpty() || agreed(String.join("\n", objections))) {
            close();
        }
    }

    private boolean agreed(String objections) {
        Object[] answers = {"Close", "Stay"};
        int answer = JOptionPane.showOptionDialog(
                frame,
                objections,
                "Close the workbench?",
                JOptionPane.DEFAULT_OPTION,
                JOptionPane.WARNING_MESSAGE,
                null,
                answers,
                answers[1]);
        return answer == 0;
    }

    /** Closes without asking and waits until that is done; for a thread other than the event thread. */
    void closeNow() {
        EventQueue.invokeLater(this::close);
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void close() {
        if (begun) {
            return;
        }
        begun = true;
        frame.setEnabled(false);
        List<ClosingGuard> closing = List.copyOf(guards);
        Thread closer = new Thread(
                () -> {
                    try {
                        closing.forEach(ClosingGuard::close);
                    } finally {
                        EventQueue.invokeLater(this::end);
                    }
                },
                "close workbench parts");
        closer.start();
    }

    private void end() {
        try {
            end.run();
        } finally {
            ended.countDown();
        }
    }
}
