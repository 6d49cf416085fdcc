package org.physgrad.engine.training;

import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.Map;

/** Measures one iteration, phase by phase: wall time and the processor time of the whole process. */
final class PhaseClock {

    private static final com.sun.management.OperatingSystemMXBean PROCESS =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final long wallStart = System.nanoTime();
    private final long cpuStart = PROCESS.getProcessCpuTime();
    private long cpuBefore = cpuStart;
    private final Map<Phase, Double> cpuSeconds = new EnumMap<>(Phase.class);

    /** Ends a phase: what passed since the one before belongs to it. */
    void end(Phase phase) {
        long now = PROCESS.getProcessCpuTime();
        cpuSeconds.merge(phase, (now - cpuBefore) * 1e-9, Double::sum);
        cpuBefore = now;
    }

    double wallSeconds() {
        return (System.nanoTime() - wallStart) * 1e-9;
    }

    double cpuSeconds() {
        return (PROCESS.getProcessCpuTime() - cpuStart) * 1e-9;
    }

    Map<Phase, Double> cpuSecondsByPhase() {
        return cpuSeconds;
    }
}
