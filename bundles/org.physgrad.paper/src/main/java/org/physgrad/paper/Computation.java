package org.physgrad.paper;

import java.io.IOException;
import java.util.List;
import org.physgrad.engine.catalog.Catalog;

/** Something that the paper shows without a network, computed by the installed parts themselves. */
interface Computation {

    /** Heading. */
    String title();

    /**
     * Computes it.
     *
     * @param catalog the installed parts
     * @param folder where its tables go
     * @return claims beside what was measured
     * @throws IOException if a table cannot be written
     */
    List<Result> compute(Catalog catalog, ResultsFolder folder) throws IOException;
}
