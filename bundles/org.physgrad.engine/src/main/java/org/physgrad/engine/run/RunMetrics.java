package org.physgrad.engine.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a run measured so far: the table of {@code metrics.csv}, with a row for each iteration. Does not change, and is cheap to take of a run that goes on.
 */
public final class RunMetrics {

    /** A table without any column. */
    public static final RunMetrics EMPTY = new RunMetrics(List.of(), new double[0][], 0);

    private final List<String> names;
    private final double[][] columns;
    private final int rows;

    private RunMetrics(List<String> names, double[][] columns, int rows) {
        this.names = List.copyOf(names);
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * Looks at the beginning of arrays that grow.
     *
     * @param names names of the columns
     * @param columns values by column and row, not copied: the first {@code rows} of each must not change any more
     * @param rows how many rows count
     * @return the table
     */
    public static RunMetrics of(List<String> names, double[][] columns, int rows) {
        if (names.size() != columns.length) {
            throw new IllegalArgumentException(names.size() + " names for " + columns.length + " columns");
        }
        return new RunMetrics(names, columns.clone(), rows);
    }

    /**
     * Reads a table, also one that is being written: a last line that is not whole yet does not count.
     *
     * @param file a run's {@code metrics.csv}
     * @return the table
     * @throws IOException if it cannot be read or holds something else; the message is for people
     */
    public static RunMetrics read(Path file) throws IOException {
        List<String> broken = new ArrayList<>();
        RunMetrics metrics = read(file, broken::add);
        if (!broken.isEmpty()) {
            throw new IOException(broken.get(0));
        }
        return metrics;
    }

    /**
     * Reads a table as far as it makes sense.
     *
     * @param file a run's {@code metrics.csv}
     * @param broken told, in words for people, of the first line that is no row; it and all after it do not count
     * @return the table
     * @throws IOException if the file cannot be read
     */
    public static RunMetrics read(Path file, Consumer<String> broken) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.isEmpty()) {
            return EMPTY;
        }
        List<String> names = List.of(lines.get(0).split(","));
        double[][] columns = new double[names.size()][lines.size() - 1];
        int rows = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",", -1);
            boolean last = rows == lines.size() - 2;
            if (last && values.length < names.size()) {
                break;
            }
            try {
                for (int column = 0; column < names.size(); column++) {
                    columns[column][rows] = Double.parseDouble(values[column]);
                }
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                broken.accept(file + ", line " + (rows + 2) + ": '" + line + "' is no row of " + names);
                break;
            }
            rows++;
        }
        return new RunMetrics(names, columns, rows);
    }

    /** Names of the columns: {@code iteration}, {@code wall_s}, {@code cpu_s}, {@code solver_calls}, then the metrics. */
    public List<String> names() {
        return names;
    }

    /** Number of iterations measured. */
    public int rows() {
        return rows;
    }

    /**
     * Gives one column.
     *
     * @param name its name
     * @return a value per row, a fresh array
     * @throws IllegalArgumentException if there is no such column; the message names those there are
     */
    public double[] column(String name) {
        return Arrays.copyOf(columns[index(name)], rows);
    }

    /**
     * Gives the newest value of a column.
     *
     * @param name its name
     * @return the value in the last row, NaN before the first
     * @throws IllegalArgumentException if there is no such column; the message names those there are
     */
    public double last(String name) {
        return rows == 0 ? Double.NaN : columns[index(name)][rows - 1];
    }

    private int index(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("there is no column '" + name + "', only " + names);
        }
        return index;
    }
}
