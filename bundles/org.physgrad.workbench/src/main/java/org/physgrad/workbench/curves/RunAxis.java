package org.physgrad.workbench.curves;

import java.util.Arrays;
import org.physgrad.engine.run.RunMetrics;

/** What a learning curve is drawn over. */
enum RunAxis {
    /** Iterations. */
    ITERATION("Iteration") {
        @Override
        double[] of(RunMetrics metrics) {
            return metrics.column("iteration");
        }
    },
    /** Wall time of all iterations so far. */
    WALL_TIME("Wall time [s]") {
        @Override
        double[] of(RunMetrics metrics) {
            return sums(metrics.column("wall_s"));
        }
    },
    /** Calls of the inverse solver so far. */
    SOLVER_CALLS("Solver calls") {
        @Override
        double[] of(RunMetrics metrics) {
            return sums(metrics.column("solver_calls"));
        }
    };

    private final String title;

    RunAxis(String title) {
        this.title = title;
    }

    /** A value per row, not falling. */
    abstract double[] of(RunMetrics metrics);

    @Override
    public String toString() {
        return title;
    }

    private static double[] sums(double[] values) {
        Arrays.parallelPrefix(values, Double::sum);
        return values;
    }
}
