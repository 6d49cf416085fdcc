package org.physgrad.files;

import java.io.IOException;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.annotation.versioning.ProviderType;

/** An array that is written to a file a few examples at a time; under a temporary name until it is finished. */
@ProviderType
public interface ArrayWriter extends AutoCloseable {

    /**
     * Writes the next examples.
     *
     * @param rows {@code [count, ...]}, any order and type; not changed
     * @throws IOException if they cannot be written
     */
    void append(INDArray rows) throws IOException;

    /**
     * Puts the file in its place.
     *
     * @throws IOException if it cannot be done
     * @throws IllegalStateException if examples are missing
     */
    void finish() throws IOException;

    /** Lets go of the file; one that is not finished leaves nothing behind. */
    @Override
    void close() throws IOException;
}
