package org.physgrad.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.Context;
import org.physgrad.engine.catalog.ClassPathCatalog;
import org.physgrad.engine.inference.TrainedModel;

/** Answers observations by a trained network from a plain Java program. */
public final class EmbeddedInference {

    private EmbeddedInference() {}

    /**
     * Opens an exported network and asks it.
     *
     * @param model a file that {@code physgrad export} has written, or a run folder
     * @param observations diffused temperatures y*, {@code [batch, n, n]}, float64
     * @return initial temperatures x, {@code [batch, n, n]}
     * @throws IOException if the model cannot be read
     */
    public static INDArray infer(Path model, INDArray observations) throws IOException {
        ClassPathCatalog catalog = ClassPathCatalog.of(EmbeddedInference.class.getClassLoader());
        try (TrainedModel network = TrainedModel.open(catalog, model, damaged -> {})) {
            return network.predict(new Batch(observations, Context.EMPTY, Optional.empty()));
        }
    }
}
