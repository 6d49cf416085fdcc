package org.physgrad.engine.data;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.physgrad.api.Batch;
import org.physgrad.api.Problem;
import org.physgrad.engine.experiment.DataSpec;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.InvalidExperimentException;

/**
 * A fixed number of examples out of files: most to train with, epoch by epoch, the others to see how the network answers what it was not trained with. They are
 * held in memory unless they would take a large part of it; either way gives the same numbers.
 */
final class DataSet implements ExampleSource {

    /** Part of the machine's memory that examples may take: several runs, and what they compute, share the rest. */
    private static final int SHARE_OF_MEMORY = 8;

    private final DataFiles files;
    private final boolean held;
    private final DataArrays arrays;
    private final Split split;
    private final Epochs epochs;

    private DataSet(Experiment experiment, DataFiles files, long memory, DataType precision) {
        this.files = files;
        this.split = Split.of(experiment, files.size());
        this.epochs = new Epochs(split.training(), experiment.batchSize(), experiment.seed());
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

    @Override
    public Batch batch(int iteration) {
        return arrays.gather(epochs.batch(iteration));
    }

    @Override
    public boolean knowsCause() {
        return arrays.data().cause().isPresent();
    }

    @Override
    public int unseen() {
        return split.unseen().length;
    }

    @Override
    public Batch unseen(int first, int count) {
        return arrays.gather(Arrays.copyOfRange(split.unseen(), first, first + count));
    }

    @Override
    public Optional<DataSpec> files() {
        return Optional.of(arrays.data());
    }

    @Override
    public String description() {
        return split.training().length + " examples of " + arrays.data().effect()
                + (unseen() == 0 ? "" : " and " + unseen() + " kept from training")
                + (held ? ", held in memory" : ", read from the files as they are needed");
    }

    @Override
    public void close() {
        arrays.close();
        files.close();
    }
}
