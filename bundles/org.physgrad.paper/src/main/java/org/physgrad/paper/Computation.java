package org.physgrad.paper;

import java.io.IOException;
import org.physgrad.engine.catalog.Catalog;

/** Something that the paper shows without a network, computed by the installed parts themselves. */
interface Computation {

    /**
     * Computes it.
     *
     * @param catalog the installed parts
     * @param results what takes too long to be computed for each page
     * @param page where pictures and tables go
     * @return pictures, and claims beside what was measured
     * @throws IOException if something cannot be read or written
     */
    Findings compute(Catalog catalog, ResultsFolder results, PageFolder page) throws IOException;
}
