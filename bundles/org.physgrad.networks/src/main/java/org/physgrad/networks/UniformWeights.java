package org.physgrad.networks;

import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Initial weights of linear and convolutional layers: weights and biases uniform in (-1/sqrt(fanIn), 1/sqrt(fanIn)), PyTorch's default. Every layer
 * draws its weights in C order, then its biases, layers in the order of the graph; so the numbers do not depend on DL4J's layout.
 */
final class UniformWeights {

    private UniformWeights() {}

    static void draw(ComputationGraph network, RandomGenerator random) {
        for (Layer layer : network.getLayers()) {
            INDArray weights = layer.paramTable().get(DefaultParamInitializer.WEIGHT_KEY);
            if (weights != null) {
                INDArray biases = layer.getParam(DefaultParamInitializer.BIAS_KEY);
                double bound = 1 / Math.sqrt((double) weights.length() / biases.length());
                fill(weights, random, bound);
                fill(biases, random, bound);
            }
        }
    }

    private static void fill(INDArray parameters, RandomGenerator random, double bound) {
        double[] values = random.doubles(parameters.length(), -bound, bound).toArray();
        parameters.assign(Nd4j.create(values, parameters.shape(), DataType.DOUBLE));
    }
}
