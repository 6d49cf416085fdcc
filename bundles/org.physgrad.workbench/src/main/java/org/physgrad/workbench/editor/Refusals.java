package org.physgrad.workbench.editor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.catalog.PartType;
import org.physgrad.engine.experiment.PartReader;

/** Asks parts why they do not fit. */
public final class Refusals {

    private Refusals() {}

    /**
     * Asks each type of a kind, with its default values; off the event thread, as parts may take their time.
     *
     * @param catalog the installed parts
     * @param kind the kind
     * @param question what each part is asked: the reason for people, empty if it fits
     * @param <T> what a part offers
     * @return the reasons by type name, of those that do not fit
     */
    public static <T> Map<String, String> of(Catalog catalog, Kind<T> kind, Function<T, Optional<String>> question) {
        Map<String, String> refusals = new LinkedHashMap<>();
        for (PartType type : catalog.types(kind)) {
            try (Part<T> part = PartReader.make(catalog, kind, type.name(), Map.of())) {
                question.apply(part.get()).ifPresent(reason -> refusals.put(type.name(), reason));
            } catch (RuntimeException | LinkageError e) { // a part may be of any make
                refusals.put(type.name(), "it cannot start: " + e.getMessage());
            }
        }
        return refusals;
    }
}
