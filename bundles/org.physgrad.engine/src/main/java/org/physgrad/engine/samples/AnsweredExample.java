package org.physgrad.engine.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Snapshot;
import org.physgrad.engine.inference.Answer;

/**
 * Copies one example of what a trained network has answered. Where cause and effect are single numbers, one example says little: there the whole batch is copied.
 */
public final class AnsweredExample {

    /** The effect of a cause that a solver has improved. */
    static final String IMPROVED_EFFECT = "P(x_n)";

    private AnsweredExample() {}

    /**
     * Copies an example.
     *
     * @param batch the observations and their context
     * @param answer their answers
     * @param refined whether a solver has improved them
     * @param index index of the example in the batch
     * @param number its number for people, such as that in a file
     * @param iteration training iterations that went into the network
     * @return the cause, its effect, the observation, the difference of these two, and the context; shares nothing with the arrays
     */
    public static Snapshot read(Batch batch, Answer answer, boolean refined, int index, int number, int iteration) {
        ExampleArrays arrays = new ExampleArrays(index, batch.context());
        Optional<Quantity> x = arrays.quantity(refined ? Quantity.IMPROVED_CAUSE : Quantity.INFERRED_CAUSE, answer.x());
        Optional<Quantity> y = arrays.quantity(refined ? IMPROVED_EFFECT : Quantity.EFFECT, answer.y());
        Optional<Quantity> target = arrays.quantity(Quantity.OBSERVATION, batch.target());
        List<Quantity> quantities = new ArrayList<>();
        Stream.of(target, x, y, SnapshotReader.difference(y, target))
                .flatMap(Optional::stream)
                .forEach(quantities::add);
        if (batch.target().rank() > 1) { // single numbers are drawn over their parameter
            for (String name : batch.context().names()) {
                INDArray parameter = batch.context().get(name);
                arrays.quantity(name, parameter).ifPresent(quantities::add);
            }
        }
        return new Snapshot(iteration, number, quantities);
    }
}
