package org.physgrad.engine.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Loss;
import org.physgrad.math.Values;

/**
 * The course of an inversion: the losses of all examples at each point that the solver evaluates on its way, and after each of its calls. Listens to a
 * solver by standing in for the loss that it asks.
 */
public final class LossTrace implements Loss {

    @SuppressWarnings("ArrayRecordComponent") // A carrier of results, never compared.
    private record Row(int step, double[] losses) {}

    private final Loss loss;
    private final List<Row> rows = new ArrayList<>();
    private int step;
    private INDArray start;

    /**
     * Makes an empty trace.
     *
     * @param loss the loss to trace
     */
    LossTrace(Loss loss) {
        this.loss = loss;
    }

    /** A call of the solver begins; it may ask for the loss of its start, which is known already. */
    void beginStep(INDArray y0) {
        step++;
        start = y0;
    }

    @Override
    public INDArray value(INDArray y, INDArray target) {
        INDArray losses = loss.value(y, target);
        if (y != start) {
            rows.add(new Row(step, Values.of(losses)));
        }
        return losses;
    }

    @Override
    public INDArray gradient(INDArray y, INDArray target) {
        return loss.gradient(y, target);
    }

    /** Losses per example at the start. */
    public double[] first() {
        return rows.get(0).losses;
    }

    /** Losses per example at the last point. */
    public double[] last() {
        return rows.get(rows.size() - 1).losses;
    }

    /** The trace as comma-separated values: a line per point, the last one of each step being the step's result. */
    public String toCsv() {
        StringBuilder text = new StringBuilder("step,evaluation,mean");
        for (int example = 0; example < first().length; example++) {
            text.append(",example_").append(example);
        }
        text.append('\n');
        for (int evaluation = 0; evaluation < rows.size(); evaluation++) {
            Row row = rows.get(evaluation);
            text.append(row.step).append(',').append(evaluation).append(',');
            text.append(Arrays.stream(row.losses).average().orElseThrow());
            Arrays.stream(row.losses).forEach(value -> text.append(',').append(value));
            text.append('\n');
        }
        return text.toString();
    }
}
