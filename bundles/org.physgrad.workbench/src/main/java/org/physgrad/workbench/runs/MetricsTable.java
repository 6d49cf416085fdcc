package org.physgrad.workbench.runs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.physgrad.engine.run.RunMetrics;
import org.physgrad.engine.training.IterationRecord;
import org.physgrad.engine.training.ValidationRecord;

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
        List<String> measured = new ArrayList<>(List.of("iteration", "wall_s", "cpu_s", "solver_calls"));
        measured.addAll(iteration.metrics().keySet());
        measured.add("train_loss");
        add(measured, row);
    }

    /** Adds a validation; forgets those from its iteration on. */
    void add(ValidationRecord validation) {
        List<String> measured = new ArrayList<>(List.of("iteration"));
        measured.addAll(validation.metrics().keySet());
        double[] row = Stream.concat(Stream.of((double) validation.iteration()), validation.metrics().values().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        add(measured, row);
    }

    private void add(List<String> measured, double[] row) {
        if (!names.equals(measured)) {
            names = List.copyOf(measured);
            columns = new double[names.size()][FIRST_CAPACITY];
            rows = 0;
        }
        forgetFrom((int) row[0]);
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
