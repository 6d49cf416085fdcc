package org.physgrad.workbench.runs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.physgrad.engine.run.RunMetrics;
import org.physgrad.engine.training.IterationRecord;

/**
 * Grows by a row with each iteration. Views that were taken of it share its arrays: rows that a view covers are never written again.
 */
final class MetricsTable {

    private static final int FIRST_CAPACITY = 256;

    private List<String> names = List.of();
    private double[][] columns = new double[0][];
    private int rows;

    /** Begins a table with what is known already. */
    MetricsTable(RunMetrics known) {
        names = known.names();
        columns = names.stream().map(known::column).toArray(double[][]::new);
        rows = known.rows();
    }

    /** Adds an iteration; forgets those from it on, which a resumed run measures again. */
    void add(IterationRecord iteration) {
        double[] row = Stream.of(
                        Stream.of(
                                (double) iteration.iteration(),
                                iteration.wallSeconds(),
                                iteration.cpuSeconds(),
                                (double) iteration.solverCalls()),
                        iteration.metrics().values().stream(),
                        Stream.of(iteration.trainingLoss()))
                .flatMap(values -> values)
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (columns.length != row.length) {
            begin(iteration.metrics().keySet());
        }
        forgetFrom(iteration.iteration());
        if (rows == columns[0].length) {
            grow(2 * rows);
        }
        for (int column = 0; column < row.length; column++) {
            columns[column][rows] = row[column];
        }
        rows++;
    }

    RunMetrics view() {
        return RunMetrics.of(names, columns, rows);
    }

    private void begin(Iterable<String> metrics) {
        names = new ArrayList<>(List.of("iteration", "wall_s", "cpu_s", "solver_calls"));
        metrics.forEach(names::add);
        names.add("train_loss");
        columns = new double[names.size()][FIRST_CAPACITY];
        rows = 0;
    }

    private void forgetFrom(int iteration) {
        int kept = rows;
        while (kept > 0 && columns[0][kept - 1] >= iteration) {
            kept--;
        }
        if (kept < rows) {
            rows = kept;
            grow(Math.max(FIRST_CAPACITY, columns[0].length)); // views keep the old arrays
        }
    }

    private void grow(int capacity) {
        columns = Arrays.stream(columns)
                .map(column -> Arrays.copyOf(column, Math.max(FIRST_CAPACITY, capacity)))
                .toArray(double[][]::new);
    }
}
