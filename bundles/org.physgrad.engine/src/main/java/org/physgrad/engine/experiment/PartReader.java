package org.physgrad.engine.experiment;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.catalog.PartException;

/** Reads a single part outside an experiment, with the same checks and findings as in a file. */
public final class PartReader {

    private static final String TYPE = "type";

    private PartReader() {}

    /**
     * Checks the parameters of a part and fills its defaults in.
     *
     * @param catalog the installed parts
     * @param kind kind of the part; its name starts the paths of findings
     * @param type type name
     * @param settings values by parameter name; each is JSON, or taken as text if it is not
     * @return the part, resolved with every default
     * @throws InvalidExperimentException with everything that is wrong
     */
    public static PartSpec read(Catalog catalog, Kind<?> kind, String type, Map<String, String> settings) {
        JsonObject object = new JsonObject();
        settings.forEach((path, value) -> ExperimentReader.set(object, path, value));
        List<Finding> findings = new ArrayList<>();
        if (object.has(TYPE)) {
            findings.add(new Finding(kind.name() + "." + TYPE, "cannot be set: it is '" + type + "' already", false));
        }
        object.addProperty(TYPE, type);
        ObjectReader reader = new ObjectReader(kind.name(), object, findings);
        Optional<PartSpec> part = reader.part(catalog, kind, TYPE);
        reader.finish();
        if (!findings.isEmpty()) {
            throw new InvalidExperimentException(findings);
        }
        return part.orElseThrow();
    }

    /**
     * Makes a part.
     *
     * @param catalog the installed parts
     * @param kind kind of the part
     * @param type type name
     * @param settings values by parameter name, as {@link #read} takes them
     * @param <T> what the part offers
     * @return the part; close it afterwards
     * @throws InvalidExperimentException if it is not installed, a parameter is wrong, or it cannot start
     */
    public static <T> Part<T> make(Catalog catalog, Kind<T> kind, String type, Map<String, String> settings) {
        PartSpec spec = read(catalog, kind, type, settings);
        try {
            return catalog.create(kind, spec.type(), spec.values());
        } catch (PartException e) {
            throw new InvalidExperimentException(List.of(new Finding(kind.name(), e.getMessage(), false)));
        }
    }
}
