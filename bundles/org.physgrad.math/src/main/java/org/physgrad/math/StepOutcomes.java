package org.physgrad.math;

import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Solution;
import org.physgrad.api.Solution.Outcome;
import org.physgrad.api.Solution.Status;

/** Solutions of solvers that make one direct step. */
public final class StepOutcomes {

    private static final Outcome STEPPED = new Outcome(Status.STEPPED, Double.NaN, 0, "");
    private static final Outcome NOT_FINITE = new Outcome(
            Status.DIVERGED,
            Double.NaN,
            0,
            "the step is not a finite number; check the prediction x0 and the observation");

    private StepOutcomes() {}

    /**
     * Makes a solution, and tells examples with infinite or undefined entries from the others.
     *
     * @param x improved causes, {@code [batch, causeShape...]} flattened
     * @param type precision of the solution
     * @param shape shape of the solution, with the batch axis
     * @return the solution
     */
    public static Solution solution(double[] x, DataType type, long... shape) {
        int size = Math.toIntExact(shape[0]);
        int entries = x.length / size;
        boolean[] finite = new boolean[size];
        for (int example = 0; example < size; example++) {
            finite[example] = isFinite(x, example * entries, entries);
        }
        return solution(Values.array(x, type, shape), finite);
    }

    /**
     * Makes a solution of examples that are told apart already.
     *
     * @param x improved causes, {@code [batch, causeShape...]}
     * @param finite for each example, whether all entries are numbers
     * @return the solution
     */
    public static Solution solution(INDArray x, boolean[] finite) {
        List<Outcome> outcomes = IntStream.range(0, finite.length)
                .mapToObj(example -> finite[example] ? STEPPED : NOT_FINITE)
                .toList();
        return new Solution(x, outcomes);
    }

    /**
     * Tells whether a stretch of an array is finite.
     *
     * @param values the array
     * @param offset where the stretch begins
     * @param length its length
     * @return false if an entry is infinite or undefined
     */
    public static boolean isFinite(double[] values, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (!Double.isFinite(values[i])) {
                return false;
            }
        }
        return true;
    }
}
