package org.physgrad.engine.data;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.Context;
import org.physgrad.api.Problem;
import org.physgrad.engine.experiment.DataSpec;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentKeys;
import org.physgrad.engine.experiment.Finding;
import org.physgrad.engine.experiment.InvalidExperimentException;

/**
 * A fixed number of examples out of files: most to train with, epoch by epoch, the others to see how the network answers what it was not trained with. They are
 * held in memory unless they would take a large part of it; either way gives the same numbers.
 */
final class DataSet implements ExampleSource {

    /** Part of the machine's memory that examples may take: several runs, and what they compute, share the rest. */
    private static final int SHARE_OF_MEMORY = 8;

    private final DataSpec sealed;
    private final DataFiles files;
    private final boolean held;
    private final Map<String, ExampleArray> arrays;
    private final Split split;
    private final Epochs epochs;

    private DataSet(Experiment experiment, DataFiles files, long memory, DataType precision) {
        this.files = files;
        this.split = split(experiment, files.size());
        this.epochs = new Epochs(split.training(), experiment.batchSize(), experiment.seed());
        this.sealed = files.seal();
        this.held = files.bytes() <= memory;
        this.arrays = files.read((source, slice, shape) -> held
                ? HeldArray.read(source, precision, slice, shape)
                : StreamedArray.check(source, precision, slice, shape));
    }

    /**
     * Opens the examples of an experiment, and checks all of them.
     *
     * @param experiment an experiment with {@link Experiment#data}
     * @param problem its problem, whose arrays are named as {@link DataFit} wants it
     * @return the examples; close them afterwards
     * @throws InvalidExperimentException with all that is wrong with the files: shapes, numbers of examples, numbers that are not finite, contents that have
     *     changed; or if there are fewer examples than an iteration needs
     */
    static DataSet open(Experiment experiment, Problem problem) {
        return open(experiment, problem, physicalMemory() / SHARE_OF_MEMORY);
    }

    /** Opens examples that may take some bytes of memory. */
    static DataSet open(Experiment experiment, Problem problem, long memory) {
        DataFiles files = DataFiles.open(
                experiment.data().orElseThrow(),
                problem.simulator(),
                experiment.problem().type());
        try {
            return new DataSet(experiment, files, memory, problem.simulator().precision());
        } catch (RuntimeException e) {
            files.close();
            throw e;
        }
    }

    private static long physicalMemory() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
    }

    private static Split split(Experiment experiment, long size) {
        DataSpec data = experiment.data().orElseThrow();
        if (size > Integer.MAX_VALUE) {
            throw refused("data.effect", "holds " + size + " examples, allowed: " + Integer.MAX_VALUE);
        }
        Split split = Split.of((int) size, data.validation(), experiment.seed());
        int training = split.training().length;
        if (training < experiment.batchSize()) {
            throw refused(
                    ExperimentKeys.BATCH_SIZE.name(),
                    "is " + experiment.batchSize() + ", more than the " + training + " examples to train with: "
                            + data.effect() + " holds " + size + ", of which data.validation keeps "
                            + split.unseen().length + " from training; lower batchSize, or bring more examples");
        }
        return split;
    }

    private static InvalidExperimentException refused(String path, String message) {
        return new InvalidExperimentException(List.of(new Finding(path, message, false)));
    }

    @Override
    public Batch batch(int iteration) {
        return gather(epochs.batch(iteration));
    }

    @Override
    public boolean knowsCause() {
        return sealed.cause().isPresent();
    }

    @Override
    public int unseen() {
        return split.unseen().length;
    }

    @Override
    public Batch unseen(int first, int count) {
        return gather(Arrays.copyOfRange(split.unseen(), first, first + count));
    }

    @Override
    public Batch toShow(int count) {
        int[] shown = unseen() > 0 ? split.unseen() : split.training();
        return gather(Arrays.copyOf(shown, Math.min(count, shown.length)));
    }

    @Override
    public Optional<DataSpec> files() {
        return Optional.of(sealed);
    }

    @Override
    public String description() {
        return split.training().length + " examples of " + sealed.effect()
                + (unseen() == 0 ? "" : " and " + unseen() + " kept from training")
                + (held ? ", held in memory" : ", read from the files as they are needed");
    }

    private Batch gather(int[] examples) {
        INDArray target = arrays.get(ExperimentKeys.EFFECT.name()).gather(examples);
        Optional<INDArray> cause =
                Optional.ofNullable(arrays.get(ExperimentKeys.CAUSE.name())).map(array -> array.gather(examples));
        Map<String, INDArray> context = new HashMap<>();
        for (String name : sealed.context().keySet()) {
            context.put(name, arrays.get(DataSpec.contextKey(name)).gather(examples));
        }
        return new Batch(target, Context.of(context), cause);
    }

    @Override
    public void close() {
        arrays.values().forEach(ExampleArray::close);
        files.close();
    }
}
