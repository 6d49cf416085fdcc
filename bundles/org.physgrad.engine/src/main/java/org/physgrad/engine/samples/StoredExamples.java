package org.physgrad.engine.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.Problem;
import org.physgrad.api.RandomStreams;
import org.physgrad.api.TrainingScheme;
import org.physgrad.api.visual.Snapshot;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.data.ShownExamples;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.inference.TrainedModel;
import org.physgrad.engine.training.IterationMemory;
import org.physgrad.engine.training.Parts;
import org.physgrad.engine.training.Sample;

/**
 * Examples of runs that do not train: the network of the newest checkpoint answers observations that it was not trained with, or, of files that are all trained
 * with, some of those.
 */
public final class StoredExamples {

    private final Catalog catalog;

    /**
     * Makes a reader.
     *
     * @param catalog the installed parts
     */
    public StoredExamples(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Answers one example. Takes as long as loading a network; may be called on any thread.
     *
     * @param run a run folder
     * @param index index of the example
     * @param damaged told of each checkpoint that is not whole and was passed over
     * @return the example
     * @throws IOException if the folder holds no whole checkpoint; the message is for people
     * @throws org.physgrad.engine.experiment.InvalidExperimentException if parts of the run are missing, or files of its examples are missing or of another shape
     */
    public Snapshot read(Path run, int index, Consumer<Path> damaged) throws IOException {
        try (TrainedModel model = TrainedModel.open(catalog, run, damaged);
                IterationMemory memory = new IterationMemory()) {
            Experiment experiment = model.experiment();
            Parts parts = model.parts();
            Problem problem = parts.problem();
            RandomStreams random = ShownExamples.random(experiment);
            boolean numbers = problem.simulator().causeShape().length == 0;
            Batch batch =
                    memory.own(ShownExamples.read(experiment, problem, numbers ? experiment.batchSize() : index + 1));
            INDArray x0 = memory.own(model.predict(batch));
            TrainingScheme.Result result =
                    parts.scheme().gradient(new TrainingScheme.Iteration(problem, parts.solver(), batch, random), x0);
            memory.own(result.effect());
            memory.own(result.gradient());
            Sample sample = new Sample(model.iteration(), problem, batch, x0, result.effect(), result.gradient());
            return SnapshotReader.of(experiment).read(sample, index);
        }
    }
}
