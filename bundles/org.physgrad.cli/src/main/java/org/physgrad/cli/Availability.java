package org.physgrad.cli;

import java.util.Map;
import java.util.Optional;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.catalog.PartException;
import org.physgrad.engine.catalog.PartType;

/** What executors find on this machine. */
final class Availability {

    private Availability() {}

    /** Tells in one line what an executor finds or misses; empty if it has nothing to say, and for other parts. */
    static Optional<String> of(Catalog catalog, PartType type) {
        if (!type.kind().equals(Kind.EXECUTOR)) {
            return Optional.empty();
        }
        try (Part<NetworkExecutor> executor = catalog.create(Kind.EXECUTOR, type.name(), Map.of())) {
            return Optional.of(executor.get().availability()).filter(line -> !line.isEmpty());
        } catch (PartException e) {
            return Optional.of("not usable here: " + e.getMessage());
        }
    }
}
