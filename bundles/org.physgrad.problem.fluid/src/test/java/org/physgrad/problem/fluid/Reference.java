package org.physgrad.problem.fluid;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.math.Values;

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

    /** The entries of one example. */
    static double[] example(String name, int example) {
        return Values.of(load(name).slice(example));
    }

    /** One component of one example of vectors. */
    static double[] component(String name, int example, int component) {
        double[] vectors = example(name, example);
        double[] values = new double[vectors.length / 2];
        Arrays.setAll(values, k -> vectors[2 * k + component]);
        return values;
    }

    /** A velocity on the faces of one example, with a marker. */
    static Flow flow(String velocity, String marker, int example) {
        return new Flow(component(velocity, example, 0), component(velocity, example, 1), example(marker, example));
    }
}
