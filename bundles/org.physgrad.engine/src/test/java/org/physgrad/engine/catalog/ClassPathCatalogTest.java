package org.physgrad.engine.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.physgrad.api.Problem;

class ClassPathCatalogTest {

    private final Catalog catalog = ClassPathCatalog.of(ClassPathCatalogTest.class.getClassLoader());

    @Test
    void findsThePartsOfOtherJars() {
        List<String> problems =
                catalog.types(Kind.PROBLEM).stream().map(PartType::name).toList();
        assertEquals(List.of("fluid", "heat", "poisson", "sine"), problems);
        List<String> schemes =
                catalog.types(Kind.SCHEME).stream().map(PartType::name).toList();
        assertEquals(List.of("physical-gradient", "supervised", "unsupervised"), schemes);
    }

    @Test
    void readsParametersAsTheirAuthorDeclaredThem() {
        PartType heat = catalog.type(Kind.PROBLEM, "heat").orElseThrow();
        Parameter resolution = heat.parameters().stream()
                .filter(parameter -> parameter.name().equals("resolution"))
                .findFirst()
                .orElseThrow();
        assertEquals(ValueType.INTEGER, resolution.type());
        assertEquals(64L, resolution.defaultValue());
        assertTrue(resolution.min().orElseThrow() > 0);
        assertEquals("org.physgrad.problem.heat", heat.provider());
    }

    @Test
    void readsListsAndOptions() {
        Parameter hidden =
                catalog.type(Kind.NETWORK, "mlp").orElseThrow().parameters().get(0);
        assertTrue(hidden.list());
        assertEquals(List.of(10L, 20L, 10L), hidden.defaultValue());
        Parameter start = catalog.type(Kind.SCHEME, "supervised")
                .orElseThrow()
                .parameters()
                .get(0);
        assertEquals(List.of("fixed", "random"), start.options());
        assertEquals("fixed", start.defaultValue());
        assertEquals(OptionalDouble.empty(), start.min());
    }

    @Test
    void makesInstancesWithDefaultsForWhatIsNotGiven() {
        try (Part<Problem> part = catalog.create(Kind.PROBLEM, "heat", Map.of("resolution", 16L))) {
            assertEquals(16, part.get().inputShape()[1]);
        }
    }

    @Test
    void namesAMissingType() {
        PartException e = assertThrows(PartException.class, () -> catalog.create(Kind.PROBLEM, "waves", Map.of()));
        assertTrue(e.getMessage().contains("waves"), e.getMessage());
    }
}
