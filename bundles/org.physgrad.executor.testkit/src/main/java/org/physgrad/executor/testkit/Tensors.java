package org.physgrad.executor.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Compares flat parameters or gradients of a network tensor by tensor, by the root mean square of the differences: rounding may decide on which side of a kink of
 * ReLU a value falls, and whether Adam steps up or down where a gradient vanishes, so single entries may differ by more.
 */
public final class Tensors {

    private Tensors() {}

    /** How much a tensor may differ. */
    @FunctionalInterface
    public interface Allowance {

        /**
         * Decides.
         *
         * @param tensor layer and parameter, such as {@code "inc-1-conv/W"}
         * @param own root mean square of its entries
         * @param all root mean square of the entries of all tensors
         * @return the largest root mean square of the differences
         */
        double of(String tensor, double own, double all);
    }

    /**
     * Allows differences relative to the tensor's own scale; a bias in front of a normalization has no gradient but rounding, so there the network's scale counts.
     *
     * @param tolerance the factor
     * @return the allowance
     */
    public static Allowance relative(double tolerance) {
        return (tensor, own, all) -> tolerance * (isTakenAway(tensor) ? all : own);
    }

    static boolean isTakenAway(String tensor) {
        return tensor.endsWith("-conv/b");
    }

    /**
     * Compares flat arrays tensor by tensor.
     *
     * @param network tells where the tensors lie
     * @param expected flat parameters or gradients
     * @param actual the same of the executor under test
     * @param allowance how much they may differ
     */
    public static void assertClose(ComputationGraph network, INDArray expected, INDArray actual, Allowance allowance) {
        double all = size(expected);
        for (Layer layer : network.getLayers()) {
            for (Map.Entry<String, INDArray> parameter : layer.paramTable().entrySet()) {
                long start = parameter.getValue().offset();
                long end = start + parameter.getValue().length();
                INDArray want = part(expected, start, end);
                double difference = size(want.sub(part(actual, start, end)));
                String tensor = layer.conf().getLayer().getLayerName() + "/" + parameter.getKey();
                double allowed = allowance.of(tensor, size(want), all);
                assertTrue(difference <= allowed, tensor + " differs by " + difference + ", more than " + allowed);
            }
        }
    }

    /**
     * Compares arrays by their largest difference.
     *
     * @param what their name
     * @param expected the right numbers
     * @param actual those of the executor under test
     * @param tolerance largest difference, relative to the largest right number
     */
    public static void assertClose(String what, INDArray expected, INDArray actual, double tolerance) {
        INDArray want = expected.castTo(DataType.DOUBLE);
        double difference =
                want.sub(actual.castTo(DataType.DOUBLE)).amaxNumber().doubleValue();
        double allowed = tolerance * want.amaxNumber().doubleValue();
        assertTrue(difference <= allowed, what + " differs by " + difference + ", more than " + allowed);
    }

    private static INDArray part(INDArray flat, long start, long end) {
        return flat.castTo(DataType.DOUBLE).reshape(flat.length()).get(NDArrayIndex.interval(start, end));
    }

    private static double size(INDArray values) {
        return values.norm2Number().doubleValue() / Math.sqrt((double) values.length());
    }
}
