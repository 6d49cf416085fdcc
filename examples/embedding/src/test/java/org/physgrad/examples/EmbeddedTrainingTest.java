package org.physgrad.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.physgrad.engine.training.IterationRecord;
import org.physgrad.engine.training.TrainingListener;

class EmbeddedTrainingTest {

    @Test
    void trainsTheQuickHeatExperiment() throws IOException {
        List<Map<String, Double>> metrics = new ArrayList<>();
        EmbeddedTraining.train(
                Path.of("../heat-quick.json"), Map.of("iterations", "3", "batchSize", "4"), new TrainingListener() {
                    @Override
                    public void iterated(IterationRecord iteration) {
                        metrics.add(iteration.metrics());
                    }
                });
        assertEquals(3, metrics.size());
        assertTrue(metrics.get(0).get("x_l1") > 0, metrics.toString());
    }
}
