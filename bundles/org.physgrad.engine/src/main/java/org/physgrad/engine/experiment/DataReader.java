package org.physgrad.engine.experiment;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads what an experiment says of examples in files. */
final class DataReader {

    private DataReader() {}

    /** Reads the object; empty if it does not name the one array that it needs. */
    static Optional<DataSpec> read(ObjectReader reader) {
        String effect = (String) reader.value(ExperimentKeys.EFFECT);
        String cause = (String) reader.value(ExperimentKeys.CAUSE);
        DataSpec data = new DataSpec(
                effect,
                Optional.of(cause).filter(location -> !location.isEmpty()),
                reader.texts(ExperimentKeys.CONTEXT),
                (Double) reader.value(ExperimentKeys.VALIDATION),
                Math.toIntExact((Long) reader.value(ExperimentKeys.VALIDATE_EVERY)),
                reader.texts(ExperimentKeys.SHA_256));
        reader.finish();
        if (effect.isEmpty()) {
            reader.note(
                    ExperimentKeys.EFFECT.name(), "is missing, expected a file of observations y*, such as \"y.npy\"");
        }
        data.locations().forEach((key, location) -> check(reader, key, location));
        return effect.isEmpty() ? Optional.empty() : Optional.of(data);
    }

    private static void check(ObjectReader reader, String key, String location) {
        try {
            var unused = Path.of(location);
        } catch (InvalidPathException e) {
            reader.note(key, "is no path of a file: " + e.getReason());
        }
    }
}
