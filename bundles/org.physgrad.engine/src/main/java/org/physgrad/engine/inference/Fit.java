package org.physgrad.engine.inference;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.math.Examples;
import org.physgrad.math.SquaredLoss;

/**
 * How well one cause explains its observation.
 *
 * @param loss the problem's loss L(P(x), y*)
 * @param residual ||P(x) - y*||, the root of the summed squares over the entries of the example, in units of y
 */
public record Fit(double loss, double residual) {

    /** Measures each example of a batch. */
    static List<Fit> of(double[] losses, INDArray y, INDArray target) {
        double[] residuals = new double[losses.length];
        Examples.subtract(
                y, target, (difference, example) -> residuals[example] = Math.sqrt(2 * SquaredLoss.of(difference)));
        List<Fit> fits = new ArrayList<>();
        for (int example = 0; example < losses.length; example++) {
            fits.add(new Fit(losses[example], residuals[example]));
        }
        return fits;
    }
}
