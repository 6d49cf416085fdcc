package org.physgrad.engine.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.physgrad.api.Batch;
import org.physgrad.api.Problem;
import org.physgrad.api.visual.Points;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Snapshot;
import org.physgrad.engine.training.IterationMemory;
import org.physgrad.math.PhiloxStreams;

/** What the generator of a problem draws, before anything is trained: the first examples of the first iteration of a run with the same seed. */
public final class GeneratedExamples {

    private static final int FIRST_ITERATION = 1;

    /** Of problems whose causes are single numbers, that many are drawn at once. */
    private static final int NUMBERS = 256;

    private GeneratedExamples() {}

    /**
     * Draws examples. Takes as long as the simulator does; may be called on any thread.
     *
     * @param problem the problem
     * @param seed the seed of the run
     * @param count number of examples, at least 1
     * @return for each example x*, where the generator knows it, y* and the context; a single snapshot of many examples where these are single numbers
     */
    public static List<Snapshot> draw(Problem problem, long seed, int count) {
        boolean numbers = problem.simulator().causeShape().length == 0;
        try (IterationMemory memory = new IterationMemory()) {
            Batch batch =
                    memory.own(problem.sample(numbers ? NUMBERS : count, new PhiloxStreams(seed, FIRST_ITERATION)));
            return IntStream.range(0, numbers ? 1 : count)
                    .mapToObj(example -> new Snapshot(0, example, quantities(batch, example)))
                    .toList();
        }
    }

    private static List<Quantity> quantities(Batch batch, int example) {
        ExampleArrays arrays = new ExampleArrays(example, batch.context());
        List<Quantity> quantities = new ArrayList<>();
        Stream.of(
                        batch.cause().flatMap(cause -> arrays.quantity(Quantity.TRUE_CAUSE, cause)),
                        arrays.quantity(Quantity.OBSERVATION, batch.target()))
                .flatMap(Optional::stream)
                .forEach(quantities::add);
        batch.context().names().stream()
                .map(name -> arrays.quantity(name, batch.context().get(name)))
                .flatMap(Optional::stream)
                .map(GeneratedExamples::overTheBatch)
                .forEach(quantities::add);
        return quantities;
    }

    /** A parameter over itself would be a straight line. */
    private static Quantity overTheBatch(Quantity quantity) {
        if (!(quantity instanceof Points points)) {
            return quantity;
        }
        float[] index = new float[points.size()];
        float[] values = new float[points.size()];
        for (int k = 0; k < index.length; k++) {
            index[k] = k;
            values[k] = points.value(k);
        }
        return Points.of(points.name(), points.unit(), "example", index, values);
    }
}
