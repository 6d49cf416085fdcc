package org.physgrad.engine.training;

import java.lang.management.ManagementFactory;

/**
 * Measures the processor time of the whole process from one reading to the next. A reading costs as much as a small network's layer, so there is one per
 * iteration and not one per phase.
 */
final class ProcessorClock {

    private static final com.sun.management.OperatingSystemMXBean PROCESS =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private long before = PROCESS.getProcessCpuTime();

    /** Seconds of processor time since the reading before. */
    double read() {
        long now = PROCESS.getProcessCpuTime();
        double seconds = (now - before) * 1e-9;
        before = now;
        return seconds;
    }
}
