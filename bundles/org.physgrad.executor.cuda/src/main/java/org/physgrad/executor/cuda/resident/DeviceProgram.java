package org.physgrad.executor.cuda.resident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nd4j.linalg.api.buffer.DataType;
import org.physgrad.api.DeviceCode;
import org.physgrad.api.Problem;
import org.physgrad.api.ResidentTask;
import org.physgrad.executor.cuda.device.Kernels;
import org.physgrad.math.Shapes;

/**
 * The device code of all parts of a run as one program.
 *
 * @param source CUDA C
 * @param tables all tables, one after the other
 * @param work doubles of memory to work with that each example needs
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier, never compared.
public record DeviceProgram(String source, double[] tables, int work) {

    /** Threads of the block that works on one example, a multiple of 32. */
    static final int THREADS = 576;

    /**
     * Puts a program together.
     *
     * @param task the parts
     * @return the program, empty if a part has no device code
     */
    public static Optional<DeviceProgram> of(ResidentTask task) {
        Problem problem = task.problem();
        if (!problem.simulator().contextShapes().isEmpty()) {
            return Optional.empty();
        }
        List<Optional<DeviceCode>> codes = new ArrayList<>(
                List.of(problem.simulator().simulatorCode(), problem.loss().lossCode(), problem.problemCode()));
        task.solver().ifPresent(solver -> codes.add(solver.solverCode(problem)));
        codes.add(task.scheme().schemeCode(problem));
        return codes.stream().allMatch(Optional::isPresent)
                ? Optional.of(assemble(task, codes.stream().map(Optional::get).toList()))
                : Optional.empty();
    }

    private static DeviceProgram assemble(ResidentTask task, List<DeviceCode> codes) {
        Problem problem = task.problem();
        Writer writer = new Writer();
        writer.source
                .append("typedef ")
                .append(isDouble(problem) ? "double" : "float")
                .append(" real;\n");
        writer.constants(Map.of(
                "THREADS", THREADS,
                "CAUSES", Shapes.entries(problem.simulator().causeShape()),
                "EFFECTS", Shapes.entries(problem.simulator().effectShape()),
                "INPUTS", Shapes.entries(problem.inputShape()),
                "OUTPUTS", Shapes.entries(problem.outputShape()),
                "METRICS", problem.metricNames().size()));
        writer.source.append(Kernels.source("resident-head.cu"));
        codes.forEach(writer::add);
        writer.work(Map.of(
                "CLIPPED", task.clip() > 0 ? Shapes.entries(problem.simulator().causeShape()) : 0));
        writer.constants(Map.of("WORK", writer.work));
        writer.source.append(Kernels.source("resident-tail.cu"));
        double[] tables = writer.tables.stream().flatMapToDouble(Arrays::stream).toArray();
        return new DeviceProgram(writer.source.toString(), tables, Math.max(1, writer.work));
    }

    private static boolean isDouble(Problem problem) {
        return problem.simulator().precision() == DataType.DOUBLE;
    }

    /** Writes what the parts' code refers to by name. */
    private static final class Writer {

        private final StringBuilder source = new StringBuilder();
        private final List<double[]> tables = new ArrayList<>();
        private int tableEntries;
        private int work;

        void add(DeviceCode code) {
            constants(code.constants());
            new TreeMap<>(code.tables()).forEach((name, table) -> {
                define(name, "(tables + " + tableEntries + ")");
                tables.add(table);
                tableEntries += table.length;
            });
            work(code.work());
            source.append(code.source()).append('\n');
        }

        void constants(Map<String, ? extends Number> constants) {
            new TreeMap<>(constants).forEach((name, value) -> {
                if (!Double.isFinite(value.doubleValue())) {
                    throw new IllegalArgumentException("the constant " + name + " of a part's device code is " + value
                            + ", expected a finite number");
                }
                define(name, "(" + value + ")");
            });
        }

        void work(Map<String, Integer> sizes) {
            new TreeMap<>(sizes).forEach((name, size) -> {
                define(name, "(work + " + work + ")");
                work += size;
            });
        }

        private void define(String name, String value) {
            source.append("#define ").append(name).append(' ').append(value).append('\n');
        }
    }
}
