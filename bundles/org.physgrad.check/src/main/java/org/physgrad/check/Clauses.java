package org.physgrad.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.check.Clause.Verdict;
import org.physgrad.math.StepOutcomes;
import org.physgrad.math.Values;

/** Collects the clauses of one contract as they are looked at. */
final class Clauses {

    private final List<Clause> clauses = new ArrayList<>();

    List<Clause> list() {
        return List.copyOf(clauses);
    }

    boolean anyFailed() {
        return clauses.stream().anyMatch(Clause::failed);
    }

    void add(String text, boolean holds, Supplier<String> detail) {
        clauses.add(new Clause(text, holds ? Verdict.PASSED : Verdict.FAILED, holds ? "" : detail.get()));
    }

    /** Adds something that people should know if it does not hold. */
    void note(String text, boolean holds, Supplier<String> detail) {
        clauses.add(new Clause(text, holds ? Verdict.PASSED : Verdict.NOTE, holds ? "" : detail.get()));
    }

    /** Calls a part; if it throws, that is what breaks the clause, and there is no result. */
    <T> Optional<T> attempt(String text, Callable<T> call) {
        try {
            T result = call.call();
            add(text, result != null, () -> "it returned null");
            return Optional.ofNullable(result);
        } catch (Exception | LinkageError e) { // whatever the part throws, its own class loading included
            add(text, false, () -> "it threw " + e);
            return Optional.empty();
        }
    }

    /** Compares shape and precision. */
    void shaped(String text, INDArray array, DataType type, long... shape) {
        add(
                text,
                array.dataType() == type && Arrays.equals(array.shape(), shape),
                () -> "it is " + describe(array) + ", expected " + type + " " + Arrays.toString(shape));
    }

    void finite(String text, INDArray array) {
        double[] values = Values.of(array);
        add(text, StepOutcomes.isFinite(values, 0, values.length), () -> "some are infinite or not a number");
    }

    /** Compares numbers, with the largest expected one as the scale. */
    void close(String text, double[] expected, double[] actual, double tolerance) {
        double scale = 0;
        double difference = expected.length == actual.length ? 0 : Double.NaN;
        for (int i = 0; i < Math.min(expected.length, actual.length); i++) {
            scale = Math.max(scale, Math.abs(expected[i]));
            difference = Math.max(difference, Math.abs(expected[i] - actual[i]));
        }
        String detail = "they differ by " + difference + ", where the largest entry is " + scale + "; at most "
                + tolerance + " of it passes";
        add(text, difference <= tolerance * scale, () -> detail);
    }

    static String describe(INDArray array) {
        return array.dataType() + " " + Arrays.toString(array.shape());
    }
}
