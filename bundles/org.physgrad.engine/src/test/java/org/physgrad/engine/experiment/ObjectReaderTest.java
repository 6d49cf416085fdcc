package org.physgrad.engine.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.physgrad.engine.catalog.Parameter;
import org.physgrad.engine.catalog.ValueType;

class ObjectReaderTest {

    private static final Parameter LIMIT = new Parameter(
            "limit",
            ValueType.REAL,
            false,
            "a limit that is none by default",
            Double.POSITIVE_INFINITY,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            List.of());

    private final List<Finding> findings = new ArrayList<>();

    @Test
    void asksForAValueWhereTheDefaultFitsNoFile() {
        new ObjectReader("problem", new JsonObject(), findings).value(LIMIT);
        assertEquals(
                List.of("problem.limit: is missing, and the default Infinity is no finite number; give one"),
                findings.stream().map(Finding::toString).toList());
    }

    @Test
    void takesAValueInItsPlace() {
        JsonObject object = new JsonObject();
        object.addProperty("limit", 2.5);
        assertEquals(2.5, new ObjectReader("problem", object, findings).value(LIMIT));
        assertTrue(findings.isEmpty());
    }
}
