package org.physgrad.report.page;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as the page's template and a file show it. The first column heads the rows.
 *
 * @param name file name without ending
 * @param caption what it shows
 * @param columns heads of the columns, that of the first included
 * @param rows the rows
 */
record Table(String name, String caption, List<Cell> columns, List<Row> rows) {

    Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param head what heads it
     * @param cells a cell for each further column
     */
    record Row(String head, List<Cell> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        static Row of(String head, String... texts) {
            return new Row(head, Cell.all(List.of(texts)));
        }
    }

    /**
     * A cell.
     *
     * @param text what it says; empty for nothing
     * @param detail what it says in small letters, such as the scatter over seeds; empty for nothing
     * @param best whether it holds the best value of its column
     */
    record Cell(String text, String detail, boolean best) {

        static final Cell EMPTY = of("");

        static Cell of(String text) {
            return new Cell(text, "", false);
        }

        static List<Cell> all(List<String> texts) {
            return texts.stream().map(Cell::of).toList();
        }
    }

    /** Whether there is anything to show. */
    boolean isEmpty() {
        return rows.isEmpty();
    }

    void writeCsv(Writer out) throws IOException {
        out.write(line(columns));
        for (Row row : rows) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(row.head())));
            cells.addAll(row.cells());
            out.write(line(cells));
        }
    }

    private static String line(List<Cell> cells) {
        return cells.stream()
                        .map(cell -> cell.detail().isEmpty() ? cell.text() : cell.text() + " (" + cell.detail() + ")")
                        .map(value -> value.matches("[^\",\n\r]*") ? value : '"' + value.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(","))
                + "\n";
    }
}
