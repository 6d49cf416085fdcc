package org.physgrad.engine.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
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
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.engine.training.Sample;
import org.physgrad.math.PhiloxStreams;

/** What people see of the arrays of an iteration. */
class SnapshotReaderTest {

    private static final Catalog CATALOG = ClassPathCatalog.of(SnapshotReaderTest.class.getClassLoader());
    private static final int BATCH = 4;
    private static final int EXAMPLE = 2;

    @Test
    void fieldsAreThoseOfTheExample() {
        Sample sample = sample("heat", Map.of("resolution", 16L));
        Snapshot snapshot = reader("physical-gradient").read(sample, EXAMPLE);
        assertSame(sample.x0(), field(snapshot, Quantity.INFERRED_CAUSE));
        assertSame(sample.y0(), field(snapshot, Quantity.EFFECT));
        assertSame(sample.batch().target(), field(snapshot, Quantity.OBSERVATION));
        assertSame(sample.batch().cause().orElseThrow(), field(snapshot, Quantity.TRUE_CAUSE));
        assertEquals(EXAMPLE, snapshot.example());
    }

    @Test
    void thePhysicalGradientLeadsFromX0ToXn() {
        Snapshot snapshot = reader("physical-gradient").read(sample("heat", Map.of("resolution", 16L)), EXAMPLE);
        Field x0 = field(snapshot, Quantity.INFERRED_CAUSE);
        Field improved = field(snapshot, Quantity.IMPROVED_CAUSE);
        Field step = field(snapshot, Quantity.PHYSICAL_GRADIENT);
        assertTrue(step.isDifference(), "drawn about zero");
        for (int i = 0; i < x0.grid().nx(); i++) {
            assertEquals(improved.value(0, i, 3, 0), x0.value(0, i, 3, 0) + step.value(0, i, 3, 0), 1e-5f);
        }
    }

    @Test
    void withoutAnInverseSolverThereIsNoXn() {
        Snapshot snapshot = reader("unsupervised").read(sample("heat", Map.of("resolution", 16L)), EXAMPLE);
        assertTrue(snapshot.find(Quantity.IMPROVED_CAUSE).isEmpty());
        assertTrue(snapshot.find(SnapshotReader.DESCENT).isPresent());
    }

    @Test
    void aFluidIsSeenOnItsWay() {
        Sample sample = sample("fluid", Map.of("resolution", 32L));
        Snapshot snapshot = reader("physical-gradient").read(sample, EXAMPLE);
        assertTrue(field(snapshot, Quantity.INFERRED_CAUSE).isVector());
        Field marker = field(snapshot, "marker");
        int last = marker.grid().frames() - 1;
        assertTrue(last > 0, "frames in time");
        for (int i = 0; i < marker.grid().nx(); i++) {
            assertEquals(sample.y0().getFloat(EXAMPLE, i, 7), marker.value(last, i, 7, 0), 1e-4f, "the last is P(x0)");
        }
    }

    @Test
    void numbersAreSeenOverTheirParameterForTheWholeBatch() {
        Sample sample = sample("sine", Map.of());
        Snapshot snapshot = reader("unsupervised").read(sample, EXAMPLE);
        Points x0 = assertInstanceOf(
                Points.class, snapshot.find(Quantity.INFERRED_CAUSE).orElseThrow());
        assertEquals(BATCH, x0.size());
        assertEquals("a", x0.parameter());
        assertEquals(sample.batch().context().get("a").getFloat(1), x0.parameter(1));
        assertEquals(sample.x0().getFloat(1), x0.value(1));
    }

    @Test
    void anIndexBeyondTheBatchMeansTheLastExample() {
        Sample sample = sample("heat", Map.of("resolution", 16L));
        assertEquals(BATCH - 1, reader("unsupervised").read(sample, 100).example());
    }

    private static Sample sample(String type, Map<String, Object> values) {
        try (Part<Problem> part = CATALOG.create(Kind.PROBLEM, type, values)) {
            Problem problem = part.get();
            Batch batch = problem.sample(BATCH, new PhiloxStreams(7, 1));
            INDArray x0 = batch.cause()
                    .map(cause -> cause.mul(0.5))
                    .orElseGet(() -> batch.target().add(2));
            INDArray y0 = problem.simulator().simulate(x0, batch.context());
            return new Sample(1, problem, batch, x0, y0, x0.mul(0.25));
        }
    }

    private static SnapshotReader reader(String scheme) {
        String solver = scheme.equals("unsupervised") ? "" : ", \"solver\": { \"type\": \"heat-inverse\" }";
        Experiment experiment = new ExperimentReader(CATALOG)
                .read(JsonParser.parseString("""
                { "problem": { "type": "heat" }, "network": { "type": "unet" }, "training": { "scheme": "%s"%s },
                  "optimizer": { "type": "adam" } }
                """.formatted(scheme, solver)).getAsJsonObject());
        return SnapshotReader.of(experiment);
    }

    private static Field field(Snapshot snapshot, String name) {
        return assertInstanceOf(Field.class, snapshot.find(name).orElseThrow());
    }

    private static void assertSame(INDArray batch, Field field) {
        for (int i = 0; i < field.grid().nx(); i++) {
            for (int j = 0; j < field.grid().ny(); j++) {
                assertEquals(batch.getFloat(EXAMPLE, i, j), field.value(0, i, j, 0), 0f, field + " at " + i + ", " + j);
            }
        }
    }
}
