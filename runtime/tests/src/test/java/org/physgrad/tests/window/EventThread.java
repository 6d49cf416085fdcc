package org.physgrad.tests.window;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;

/**
 * Watches the event thread: which components were touched by other threads, and how long single events kept it busy. What counts is the processor time of the
 * event thread, which does not depend on what else the machine does.
 */
final class EventThread {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> redraws = new ConcurrentHashMap<>();
    private volatile long longest;
    private volatile String longestEvent = "";
    // Only the event thread uses this: what events within the present one took, as those of a dialog do.
    private long nested;

    private EventThread() {}

    /** Begins to watch. */
    static EventThread watch() {
        EventThread watch = new EventThread();
        RepaintManager.setCurrentManager(watch.new Repaints());
        Toolkit.getDefaultToolkit().getSystemEventQueue().push(watch.new Queue());
        return watch;
    }

    /** Uses of components by other threads so far. */
    List<String> violations() {
        return List.copyOf(violations);
    }

    /** Forgets the longest event and all redraws. */
    void reset() {
        redraws.clear();
        longest = 0;
        longestEvent = "";
    }

    /** Processor time of the longest event since the last reset [ms]. */
    long longestMilliseconds() {
        return TimeUnit.NANOSECONDS.toMillis(longest);
    }

    /** How often a component was redrawn on the screen since the last reset. */
    int redraws(String name) {
        return redraws.getOrDefault(name, 0);
    }

    /** That event. */
    String longestEvent() {
        return longestEvent;
    }

    private final class Queue extends EventQueue {

        @Override
        protected void dispatchEvent(AWTEvent event) {
            long outer = nested;
            nested = 0;
            long begin = THREADS.getCurrentThreadCpuTime();
            try {
                super.dispatchEvent(event);
            } finally {
                long all = THREADS.getCurrentThreadCpuTime() - begin;
                long own = all - nested;
                nested = outer + all;
                if (own > longest) {
                    longest = own;
                    longestEvent = event.toString();
                }
            }
        }
    }

    private final class Repaints extends RepaintManager {

        private final Set<String> dirty = ConcurrentHashMap.newKeySet();

        /** All that was asked for since the last time is drawn at once. */
        @Override
        public void paintDirtyRegions() {
            dirty.forEach(name -> redraws.merge(name, 1, Integer::sum));
            dirty.clear();
            super.paintDirtyRegions();
        }

        @Override
        public void addDirtyRegion(JComponent component, int x, int y, int width, int height) {
            check(component);
            if (component.getName() != null) {
                dirty.add(component.getName());
            }
            super.addDirtyRegion(component, x, y, width, height);
        }

        @Override
        public synchronized void addInvalidComponent(JComponent component) {
            check(component);
            super.addInvalidComponent(component);
        }

        /** Components that are on no screen may be made anywhere. */
        private void check(JComponent component) {
            if (!SwingUtilities.isEventDispatchThread() && component.isShowing()) {
                List<StackTraceElement> stack = List.of(Thread.currentThread().getStackTrace());
                if (!isPlainRepaint(stack)) {
                    violations.add(Thread.currentThread().getName() + " used "
                            + component.getClass().getName() + " at\n  "
                            + stack.stream().map(StackTraceElement::toString).collect(Collectors.joining("\n  ")));
                }
            }
        }

        /** Any thread may call repaint() itself; Swing calls it where a component was changed. */
        private static boolean isPlainRepaint(List<StackTraceElement> stack) {
            List<String> methods =
                    stack.stream().map(StackTraceElement::getMethodName).toList();
            int repaint = methods.lastIndexOf("repaint");
            return repaint >= 0
                    && repaint + 1 < stack.size()
                    && !stack.get(repaint + 1).getClassName().startsWith("javax.swing.");
        }
    }
}
