package org.physgrad.engine.experiment;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;

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
}
