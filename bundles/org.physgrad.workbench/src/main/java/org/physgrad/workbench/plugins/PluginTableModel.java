package org.physgrad.workbench.plugins;

import java.util.List;
import javax.swing.table.AbstractTableModel;

/** Plug-ins as rows of a table. */
final class PluginTableModel extends AbstractTableModel {

    private static final long serialVersionUID = 1L;

    private static final List<String> COLUMNS = List.of("Plug-in", "Version", "State", "Description");

    private transient List<PluginRow> rows = List.of();

    void show(List<PluginRow> all) {
        rows = all;
        fireTableDataChanged();
    }

    PluginRow row(int index) {
        return rows.get(index);
    }

    @Override
    public int getRowCount() {
        return rows.size();
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
    public Object getValueAt(int index, int column) {
        PluginRow row = rows.get(index);
        return switch (column) {
            case 0 -> row.name();
            case 1 -> row.version();
            case 2 -> row.state();
            default -> row.description();
        };
    }
}
