package org.physgrad.workbench.runs;

import java.awt.Component;
import javax.swing.JProgressBar;
import javax.swing.JTable;
import javax.swing.table.TableCellRenderer;

/** Shows how far a run is as a bar with its iteration on it. */
final class RunProgressRenderer implements TableCellRenderer {

    private final JProgressBar bar = new JProgressBar();

    RunProgressRenderer() {
        bar.setStringPainted(true);
        bar.setBorderPainted(false);
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean selected, boolean focused, int row, int column) {
        RunStatus status = (RunStatus) value;
        bar.updateUI(); // a renderer is in no window that would tell it of another theme
        bar.setMaximum(Math.max(1, status.iterations()));
        bar.setValue(status.iteration());
        bar.setString(status.iteration() + " / " + status.iterations());
        return bar;
    }
}
