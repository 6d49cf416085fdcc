package org.physgrad.engine.samples;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.physgrad.api.Context;
import org.physgrad.api.visual.Axis;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.FieldGrid;
import org.physgrad.api.visual.Points;
import org.physgrad.api.visual.Quantity;

/**
 * Copies quantities out of the arrays of one batch: of fields, those of one example; of numbers, those of the whole batch over the parameter of the problem.
 */
final class ExampleArrays {

    private final int example;
    private final Context context;

    ExampleArrays(int example, Context context) {
        this.example = example;
        this.context = context;
    }

    /**
     * Copies a quantity.
     *
     * @param name its name
     * @param array {@code [batch]}, {@code [batch, nx, ny]} or {@code [batch, nx, ny, 2]}
     * @return the quantity; empty for arrays of other shapes, which no picture shows
     */
    Optional<Quantity> quantity(String name, INDArray array) {
        long[] shape = array.shape();
        boolean vector = shape.length == 4 && shape[3] == 2;
        if (shape.length == 3 || vector) {
            FieldGrid grid = FieldGrid.still((int) shape[1], (int) shape[2], vector ? 2 : 1);
            return Optional.of(Field.of(name, "", grid, row(array)));
        }
        return array.length() == shape[0] ? points(name, array) : Optional.empty();
    }

    /**
     * Copies what changes in time.
     *
     * @param name its name
     * @param states {@code [1, frames, nx, ny]} or {@code [1, frames, nx, ny, 2]}
     * @param step time between two frames
     * @return the field; empty for arrays of other shapes
     */
    static Optional<Field> frames(String name, INDArray states, double step) {
        long[] shape = states.shape();
        boolean vector = shape.length == 5 && shape[4] == 2;
        if (shape.length != 4 && !vector) {
            return Optional.empty();
        }
        FieldGrid grid = FieldGrid.still((int) shape[2], (int) shape[3], vector ? 2 : 1)
                .withFrames((int) shape[1], new Axis("t", "", 0, step));
        return Optional.of(Field.of(name, "", grid, values(states)));
    }

    /** The context of this example alone, in fresh arrays {@code [1, ...]}. */
    Context ownContext() {
        Map<String, INDArray> own = context.names().stream()
                .collect(Collectors.toMap(Function.identity(), name -> copy(context.get(name))));
        return Context.of(own);
    }

    /** This example of an array {@code [batch, ...]} as a fresh array {@code [1, ...]}. */
    INDArray copy(INDArray array) {
        return array.get(NDArrayIndex.interval(example, example + 1)).dup('c');
    }

    /** The parameter that tells the examples of a problem of single numbers apart. */
    private Optional<Quantity> points(String name, INDArray array) {
        return context.names().stream()
                .filter(parameter -> context.get(parameter).length() == array.length())
                .min(String::compareTo)
                .map(parameter -> Points.of(name, "", parameter, values(context.get(parameter)), values(array)));
    }

    private float[] row(INDArray array) {
        try (INDArray row = copy(array)) {
            return values(row);
        }
    }

    private static float[] values(INDArray array) {
        // A view has the values of its whole array behind it.
        float[] values =
                array.isView() ? array.dup('c').data().asFloat() : array.data().asFloat();
        return Arrays.copyOf(values, (int) array.length());
    }
}
