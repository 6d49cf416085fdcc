package org.physgrad.engine.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.Problem;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.Points;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Snapshot;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.ClassPathCatalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.math.PhiloxStreams;

/** What people see of a generator before they train. */
class GeneratedExamplesTest {

    private static final Catalog CATALOG = ClassPathCatalog.of(GeneratedExamplesTest.class.getClassLoader());

    @Test
    void examplesAreThoseThatTrainingBeginsWith() {
        try (Part<Problem> part = CATALOG.create(Kind.PROBLEM, "heat", Map.of("resolution", 16L))) {
            List<Snapshot> examples = GeneratedExamples.draw(part.get(), 5, 3);
            assertEquals(3, examples.size());
            Batch first = part.get().sample(8, new PhiloxStreams(5, 1));
            INDArray cause = first.cause().orElseThrow();
            Field shown = field(examples.get(2), Quantity.TRUE_CAUSE);
            Field effect = field(examples.get(2), Quantity.OBSERVATION);
            for (int i = 0; i < 16; i++) {
                for (int j = 0; j < 16; j++) {
                    assertEquals(cause.getFloat(2, i, j), shown.value(0, i, j, 0), 0f, i + ", " + j);
                    assertEquals(first.target().getFloat(2, i, j), effect.value(0, i, j, 0), 1e-6f, i + ", " + j);
                }
            }
        }
    }

    @Test
    void anotherSeedDrawsOthers() {
        try (Part<Problem> part = CATALOG.create(Kind.PROBLEM, "heat", Map.of("resolution", 16L))) {
            assertNotEquals(sum(part.get(), 0), sum(part.get(), 1));
        }
    }

    @Test
    void theContextBelongsToAnExample() {
        try (Part<Problem> part = CATALOG.create(Kind.PROBLEM, "fluid", Map.of("resolution", 32L))) {
            Snapshot example = GeneratedExamples.draw(part.get(), 0, 1).get(0);
            assertTrue(field(example, Quantity.TRUE_CAUSE).isVector(), "a velocity");
            assertEquals(32, field(example, "m0").grid().nx(), "the marker at the start");
        }
    }

    @Test
    void numbersAreShownManyAtOnce() {
        try (Part<Problem> part = CATALOG.create(Kind.PROBLEM, "sine", Map.of())) {
            List<Snapshot> examples = GeneratedExamples.draw(part.get(), 0, 3);
            assertEquals(1, examples.size());
            Points parameter =
                    assertInstanceOf(Points.class, examples.get(0).find("a").orElseThrow());
            assertEquals("example", parameter.parameter());
            assertTrue(parameter.size() > 100, parameter.size() + " points");
        }
    }

    private static double sum(Problem problem, long seed) {
        Field cause = field(GeneratedExamples.draw(problem, seed, 1).get(0), Quantity.TRUE_CAUSE);
        double sum = 0;
        for (float value : cause.heights(0)) {
            sum += value;
        }
        return sum;
    }

    private static Field field(Snapshot snapshot, String name) {
        return assertInstanceOf(Field.class, snapshot.find(name).orElseThrow());
    }
}
