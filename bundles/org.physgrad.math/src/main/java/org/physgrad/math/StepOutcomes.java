package org.physgrad.math;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.InverseTask;
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
     * Makes the step x1 = x0 + correction(y* - y0), example by example.
     *
     * @param task what is to be solved
     * @param x0 predicted causes, {@code [batch, causeShape...]}
     * @param y0 their effects, {@code [batch, effectShape...]}
     * @param correction gets y* - y0 of one example, which it may change, and an array of as many entries as a cause has, which it fills
     * @return the solution, in the simulator's precision
     * @throws IllegalArgumentException if a shape or size does not fit; the message names both
     */
    public static Solution step(InverseTask task, INDArray x0, INDArray y0, BiConsumer<double[], double[]> correction) {
        int size = Shapes.requireBatch("x0", x0, task.simulator().causeShape());
        requireEffects("y0", y0, task, size);
        requireEffects("y*", task.target(), task, size);
        Examples targets = Examples.of(task.target());
        Examples effects = Examples.of(y0);
        Examples guesses = Examples.of(x0);
        Examples answers = Examples.create(task.simulator().precision(), x0.shape());
        boolean[] finite = new boolean[size];
        BatchLoop.forEach(size, () -> new Work(effects.entries(), guesses.entries()), (work, example) -> {
            targets.read(example, work.difference);
            effects.read(example, work.effect);
            add(work.difference, -1, work.effect);
            correction.accept(work.difference, work.correction);
            guesses.read(example, work.cause);
            add(work.cause, 1, work.correction);
            finite[example] = isFinite(work.cause, 0, work.cause.length);
            answers.write(example, work.cause);
        });
        return solution(answers.array(), finite);
    }

    private static void requireEffects(String name, INDArray array, InverseTask task, int size) {
        Shapes.requireBatch(name, array, task.simulator().effectShape());
        Shapes.requireSize(name, array, size);
    }

    private static void add(double[] values, double factor, double[] added) {
        for (int i = 0; i < values.length; i++) {
            values[i] += factor * added[i];
        }
    }

    private static Solution solution(INDArray x, boolean[] finite) {
        List<Outcome> outcomes = IntStream.range(0, finite.length)
                .mapToObj(example -> finite[example] ? STEPPED : NOT_FINITE)
                .toList();
        return new Solution(x, outcomes);
    }

    /** The arrays of one example. */
    private static final class Work {

        final double[] difference;
        final double[] effect;
        final double[] correction;
        final double[] cause;

        Work(int effectEntries, int causeEntries) {
            difference = new double[effectEntries];
            effect = new double[effectEntries];
            correction = new double[causeEntries];
            cause = new double[causeEntries];
        }
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
