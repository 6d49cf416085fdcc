package org.physgrad.engine.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Context;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Snapshot;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.training.Sample;

/**
 * Copies one example of what an iteration works with, in the words of the paper. Where cause and effect are single numbers, one example says little: there the
 * whole batch is copied.
 */
public final class SnapshotReader {

    /** What takes the place of the physical gradient where no inverse solver makes steps. */
    static final String DESCENT = "-dL/dx0";

    /** The one scheme whose gradient is x0 - x_n. */
    private static final String PHYSICAL_GRADIENT = "physical-gradient";

    private final boolean improves;

    private SnapshotReader(boolean improves) {
        this.improves = improves;
    }

    /**
     * Makes a reader of what an experiment works with.
     *
     * @param experiment the experiment
     * @return the reader
     */
    public static SnapshotReader of(Experiment experiment) {
        return new SnapshotReader(experiment.training().scheme().type().equals(PHYSICAL_GRADIENT));
    }

    /**
     * Copies an example.
     *
     * @param sample what an iteration works with
     * @param example index of the example; beyond the batch, the last one is taken
     * @return the example, which shares nothing with the sample
     */
    public Snapshot read(Sample sample, int example) {
        int index = Math.min(example, sample.batch().size() - 1);
        ExampleArrays arrays = new ExampleArrays(index, sample.batch().context());
        Optional<Quantity> x0 = arrays.quantity(Quantity.INFERRED_CAUSE, sample.x0());
        Optional<Quantity> improved = improved(sample, arrays);
        Optional<Quantity> cause = sample.batch().cause().flatMap(array -> arrays.quantity(Quantity.TRUE_CAUSE, array));
        Optional<Quantity> y0 = arrays.quantity(Quantity.EFFECT, sample.y0());
        Optional<Quantity> target =
                arrays.quantity(Quantity.OBSERVATION, sample.batch().target());
        List<Quantity> quantities = new ArrayList<>();
        Stream.of(
                        x0,
                        improved,
                        cause,
                        y0,
                        target,
                        step(sample, arrays),
                        difference(x0, cause),
                        difference(improved, cause),
                        difference(y0, target))
                .flatMap(Optional::stream)
                .forEach(quantities::add);
        quantities.addAll(evolution(sample, arrays));
        return new Snapshot(sample.iteration(), index, quantities);
    }

    private Optional<Quantity> improved(Sample sample, ExampleArrays arrays) {
        if (!improves) {
            return Optional.empty();
        }
        try (INDArray improved = sample.x0().sub(sample.gradient())) {
            return arrays.quantity(Quantity.IMPROVED_CAUSE, improved);
        }
    }

    private Optional<Quantity> step(Sample sample, ExampleArrays arrays) {
        try (INDArray step = sample.gradient().neg()) {
            return arrays.quantity(improves ? Quantity.PHYSICAL_GRADIENT : DESCENT, step)
                    .map(quantity -> quantity instanceof Field field ? field.asDifference() : quantity);
        }
    }

    /** Subtracts fields; empty for anything else. */
    static Optional<Quantity> difference(Optional<Quantity> first, Optional<Quantity> second) {
        return first.orElse(null) instanceof Field a && second.orElse(null) instanceof Field b
                ? Optional.of(a.minus(b))
                : Optional.empty();
    }

    /** What happens on the way from x0 to P(x0), where the simulator has time. */
    private static List<Field> evolution(Sample sample, ExampleArrays arrays) {
        Context context = arrays.ownContext();
        try (INDArray x0 = arrays.copy(sample.x0())) {
            return sample.problem().simulator().evolve(x0, context).stream()
                    .flatMap(evolution -> evolution.states().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .flatMap(state ->
                                    ExampleArrays.frames(state.getKey(), state.getValue(), evolution.step()).stream()))
                    .toList();
        } finally {
            context.names().forEach(name -> context.get(name).close());
        }
    }
}
