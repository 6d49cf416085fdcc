package org.physgrad.engine.data;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.Problem;
import org.physgrad.engine.experiment.DataSpec;
import org.physgrad.math.PhiloxStreams;

/** Examples that the problem draws: new ones in each iteration, without end. */
final class Generator implements ExampleSource {

    private final Problem problem;
    private final int batchSize;
    private final long seed;

    /**
     * Makes the source.
     *
     * @param problem what draws the examples
     * @param batchSize examples per iteration
     * @param seed the run's seed
     */
    Generator(Problem problem, int batchSize, long seed) {
        this.problem = problem;
        this.batchSize = batchSize;
        this.seed = seed;
    }

    @Override
    public Batch batch(int iteration) {
        return problem.sample(batchSize, new PhiloxStreams(seed, iteration));
    }

    @Override
    public Optional<INDArray> causes(int iteration) {
        return problem.sampleCauses(batchSize, new PhiloxStreams(seed, iteration));
    }

    @Override
    public boolean knowsCause() {
        return problem.knowsCause();
    }

    @Override
    public int unseen() {
        return 0; // every batch is unseen before it is trained with
    }

    @Override
    public Batch unseen(int first, int count) {
        throw new IndexOutOfBoundsException("a generator keeps no examples from training");
    }

    @Override
    public Optional<DataSpec> files() {
        return Optional.empty();
    }

    @Override
    public String description() {
        return "";
    }

    @Override
    public void close() {
        // holds nothing
    }
}
