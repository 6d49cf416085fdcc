package org.physgrad.problem.poisson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Arrays computed with PhiFlow 2.2.3, see the test resources. */
final class Reference {

    private Reference() {}

    static INDArray load(String name) {
        try (InputStream stream = Reference.class.getResourceAsStream(name + ".npy")) {
            return Nd4j.createNpyFromInputStream(stream);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Largest difference relative to the largest entry. */
    static double relativeError(INDArray expected, INDArray actual) {
        return expected.sub(actual).amaxNumber().doubleValue()
                / expected.amaxNumber().doubleValue();
    }
}
