package org.physgrad.engine.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.ClassPathCatalog;
import org.physgrad.engine.catalog.Kind;

class PartReaderTest {

    private final Catalog catalog = ClassPathCatalog.of(PartReaderTest.class.getClassLoader());

    @Test
    void fillsDefaultsIn() {
        PartSpec spec = PartReader.read(catalog, Kind.PROBLEM, "heat", Map.of("resolution", "32"));
        assertEquals(new PartSpec("heat", Map.of("resolution", 32L, "diffusion", 8.0)), spec);
    }

    @Test
    void findsWhatAnExperimentFileWouldFind() {
        InvalidExperimentException e = assertThrows(
                InvalidExperimentException.class,
                () -> PartReader.read(
                        catalog, Kind.SOLVER, "l-bfgs", Map.of("iterations", "0", "memroy", "3", "type", "newton")));
        assertEquals(3, e.findings().size(), e::getMessage);
        assertTrue(e.getMessage().contains("solver.iterations: is 0, allowed: integer, 1 to"), e.getMessage());
        assertTrue(e.getMessage().contains("solver.memroy: is not a key here; did you mean 'memory'"), e.getMessage());
        assertTrue(e.getMessage().contains("solver.type: cannot be set"), e.getMessage());
    }

    @Test
    void namesAMissingPlugin() {
        InvalidExperimentException e = assertThrows(
                InvalidExperimentException.class, () -> PartReader.read(catalog, Kind.PROBLEM, "heta", Map.of()));
        assertTrue(e.findings().get(0).missingPart());
        assertTrue(e.getMessage().contains("did you mean 'heat'"), e.getMessage());
    }
}
