package org.physgrad.cli.arrays;

import java.util.List;
import java.util.Map;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.catalog.PartException;
import org.physgrad.engine.experiment.Finding;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.engine.experiment.PartReader;
import org.physgrad.engine.experiment.PartSpec;

/** Makes parts as a user names them on the command line. */
final class PartMaker {

    private PartMaker() {}

    /**
     * Makes a part.
     *
     * @throws InvalidExperimentException if it is not installed or a parameter is wrong
     */
    static <T> Part<T> make(Catalog catalog, Kind<T> kind, String type, Map<String, String> settings) {
        PartSpec spec = PartReader.read(catalog, kind, type, settings);
        try {
            return catalog.create(kind, spec.type(), spec.values());
        } catch (PartException e) {
            throw new InvalidExperimentException(List.of(new Finding(kind.name(), e.getMessage(), false)));
        }
    }
}
