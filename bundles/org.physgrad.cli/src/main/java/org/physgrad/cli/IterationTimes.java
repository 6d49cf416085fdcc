package org.physgrad.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.physgrad.engine.training.IterationRecord;
import org.physgrad.engine.training.TrainingListener;

/** Collects the times of iterations, without those at the start, which load and compile code. */
final class IterationTimes implements TrainingListener {

    private final int warm;
    private final List<IterationRecord> measured = new ArrayList<>();

    IterationTimes(int warm) {
        this.warm = warm;
    }

    @Override
    public void iterated(IterationRecord iteration) {
        if (iteration.iteration() > warm) {
            measured.add(iteration);
        }
    }

    int count() {
        return measured.size();
    }

    /** A point of the distribution of a time: 0.5 is the median. */
    double quantile(double fraction, ToDoubleFunction<IterationRecord> time) {
        double[] sorted = measured.stream().mapToDouble(time).sorted().toArray();
        return sorted[(int) Math.round(fraction * (sorted.length - 1))];
    }
}
