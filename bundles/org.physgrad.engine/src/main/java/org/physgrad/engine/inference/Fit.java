package org.physgrad.engine.inference;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.math.Values;

/**
 * How well one cause explains its observation.
 *
 * @param loss the problem's loss L(P(x), y*)
 * @param residual ||P(x) - y*||, the root of the summed squares over the entries of the example, in units of y
 */
public record Fit(double loss, double residual) {

    /** Measures each example of a batch. */
    static List<Fit> of(double[] losses, INDArray y, INDArray target) {
        double[] effects = Values.of(y);
        double[] observations = Values.of(target);
        int width = effects.length / losses.length;
        List<Fit> fits = new ArrayList<>();
        for (int example = 0; example < losses.length; example++) {
            double sum = 0;
            for (int i = example * width; i < (example + 1) * width; i++) {
                double difference = effects[i] - observations[i];
                sum += difference * difference;
            }
            fits.add(new Fit(losses[example], Math.sqrt(sum)));
        }
        return fits;
    }
}
