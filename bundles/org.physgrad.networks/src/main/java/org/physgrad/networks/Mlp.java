package org.physgrad.networks;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.NetworkFactory;

/**
 * A multi-layer perceptron: fully connected layers with bias, ReLU after all but the last (paper, appendix B.1). Layers are named {@code hidden1},
 * {@code hidden2} ... and {@code output}. The paper's network for a single parameter, 1-10-20-10-1, has 461 parameters.
 */
@Component(factory = NetworkFactory.FACTORY + "mlp", service = NetworkFactory.class)
@Designate(ocd = Mlp.Config.class)
public final class Mlp implements NetworkFactory {

    /** Parameters of the perceptron. */
    @ObjectClassDefinition(name = "Multi-layer perceptron", description = "Fully connected network for vectors")
    public @interface Config {

        @AttributeDefinition(
                name = "Hidden layers",
                description = "Width of each hidden layer, from input to output",
                min = "1",
                max = "65536")
        int[] hidden() default {10, 20, 10};
    }

    private final int[] hidden;

    @Activate
    public Mlp(Config config) {
        this(config.hidden());
    }

    /**
     * Describes a perceptron.
     *
     * @param hidden width of each hidden layer, 1 to 65536; none for a linear map
     * @throws IllegalArgumentException if a width is out of range
     */
    public Mlp(int... hidden) {
        for (int i = 0; i < hidden.length; i++) {
            Limits.require("hidden[" + i + "]", hidden[i], 1, 65536);
        }
        this.hidden = hidden.clone();
    }

    @Override
    public Optional<String> refuses(long[] inputShape, long[] outputShape) {
        if (inputShape.length == 1 && outputShape.length == 1) {
            return Optional.empty();
        }
        return Optional.of("a perceptron maps vectors [features] to vectors, not " + Arrays.toString(inputShape)
                + " to " + Arrays.toString(outputShape) + "; for fields use 'unet'");
    }

    @Override
    public ComputationGraphConfiguration configure(long[] inputShape, long[] outputShape, IUpdater updater) {
        return configure(inputShape, outputShape, updater, DataType.FLOAT);
    }

    /**
     * Describes the network in a chosen precision.
     *
     * @param inputShape shape of one input, {@code [features]}
     * @param outputShape shape of one output, {@code [features]}
     * @param updater how weights are updated
     * @param precision {@link DataType#FLOAT} for training, {@link DataType#DOUBLE} to check gradients
     * @return the configuration
     * @throws IllegalArgumentException if the shapes do not fit; the message says why
     */
    public ComputationGraphConfiguration configure(
            long[] inputShape, long[] outputShape, IUpdater updater, DataType precision) {
        refuses(inputShape, outputShape).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        ComputationGraphConfiguration.GraphBuilder graph = Graphs.builder(updater, precision)
                .addInputs("input")
                .setInputTypes(InputType.feedForward(inputShape[0]));
        String from = "input";
        long width = inputShape[0];
        for (int i = 0; i < hidden.length; i++) {
            String name = "hidden" + (i + 1);
            graph.addLayer(name, dense(width, hidden[i], Activation.RELU), from);
            from = name;
            width = hidden[i];
        }
        return graph.addLayer("output", dense(width, outputShape[0], Activation.IDENTITY), from)
                .setOutputs("output")
                .build();
    }

    private static DenseLayer dense(long in, long out, Activation activation) {
        return new DenseLayer.Builder().nIn(in).nOut(out).activation(activation).build();
    }

    /** Draws weights and biases from U(-1/sqrt(fanIn), 1/sqrt(fanIn)). */
    @Override
    public void initialize(ComputationGraph network, RandomGenerator random) {
        UniformWeights.draw(network, random);
    }
}
