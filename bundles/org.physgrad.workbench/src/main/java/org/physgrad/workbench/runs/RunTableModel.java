package org.physgrad.workbench.runs;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.swing.table.AbstractTableModel;
import org.physgrad.engine.run.RunMetrics;

/** The runs as rows of a table. */
final class RunTableModel extends AbstractTableModel {

    private static final long serialVersionUID = 1L;

    private static final List<String> COLUMNS = List.of("Run", "State", "Iteration", "s/it.", "Left", "Last metric");

    /** Index of the column with the words for {@link RunState}. */
    static final int STATE = 1;

    /** Index of the column whose values are {@link RunStatus}. */
    static final int PROGRESS = 2;

    /** Columns of {@link RunMetrics} that are no metrics of the problem. */
    private static final int FIRST_METRIC = 4;

    private transient List<TrackedRun> runs = List.of();

    /** Shows these runs, and those among them anew that have changed. Returns true if the rows are those of other runs now. */
    boolean show(List<TrackedRun> all, Set<TrackedRun> changed) {
        if (!all.equals(runs)) {
            runs = List.copyOf(all);
            fireTableDataChanged();
            return true;
        }
        for (TrackedRun run : changed) {
            int row = runs.indexOf(run);
            if (row >= 0) { // one that was forgotten has none
                fireTableRowsUpdated(row, row);
            }
        }
        return false;
    }

    TrackedRun run(int row) {
        return runs.get(row);
    }

    /** Index of a run's row, -1 if it has none. */
    int row(TrackedRun run) {
        return runs.indexOf(run);
    }

    @Override
    public int getRowCount() {
        return runs.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.size();
    }

    @Override
    public String getColumnName(int column) {
        return COLUMNS.get(column);
    }

    @Override
    public Object getValueAt(int row, int column) {
        TrackedRun run = runs.get(row);
        RunStatus status = run.status();
        return switch (column) {
            case 0 -> run.name();
            case 1 -> status.state().title();
            case PROGRESS -> status;
            case 3 ->
                Double.isNaN(status.secondsPerIteration())
                        ? ""
                        : String.format(Locale.ROOT, "%.3g", status.secondsPerIteration());
            case 4 -> status.secondsLeft().map(RunTableModel::clock).orElse("");
            default -> lastMetric(run.metrics());
        };
    }

    private static String lastMetric(RunMetrics metrics) {
        if (metrics.rows() == 0 || metrics.names().size() <= FIRST_METRIC) {
            return "";
        }
        String name = metrics.names().get(FIRST_METRIC);
        return String.format(Locale.ROOT, "%s %.5g", name, metrics.last(name));
    }

    /** Short, for a narrow column: nobody plans for the seconds of a day. */
    private static String clock(double seconds) {
        if (seconds >= 3600) {
            return String.format(Locale.ROOT, seconds >= 36_000 ? "%.0f h" : "%.1f h", seconds / 3600);
        }
        long left = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", left / 60, left % 60);
    }
}
