package {{package}};

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.NetworkFactory;
import org.physgrad.math.Values;

/** Two fully connected layers with tanh, and a linear one. */
@Component(factory = NetworkFactory.FACTORY + "{{type}}", service = NetworkFactory.class)
@Designate(ocd = {{class}}.Config.class)
public final class {{class}} implements NetworkFactory {

    /** Parameters of the network. */
    @ObjectClassDefinition(name = "{{title}}", description = "Smooth fully connected network for vectors")
    public @interface Config {
        @AttributeDefinition(name = "Width", description = "Units of each hidden layer", min = "1", max = "65536")
        int width() default 32;
    }

    private final int width;

    @Activate
    public {{class}}(Config config) {
        this(config.width());
    }

    /**
     * Describes a network.
     *
     * @param width units of each hidden layer, at least 1
     * @throws IllegalArgumentException if there are fewer
     */
    public {{class}}(int width) {
        if (width < 1) {
            throw new IllegalArgumentException("width is " + width + ", expected at least 1");
        }
        this.width = width;
    }

    @Override
    public Optional<String> refuses(long[] inputShape, long[] outputShape) {
        return inputShape.length == 1 && outputShape.length == 1
                ? Optional.empty()
                : Optional.of("it maps vectors [features] to vectors, not " + Arrays.toString(inputShape) + " to "
                        + Arrays.toString(outputShape));
    }

    @Override
    public ComputationGraphConfiguration configure(long[] inputShape, long[] outputShape, IUpdater updater) {
        return new NeuralNetConfiguration.Builder()
                .seed(0) // otherwise the time of day
                .dataType(DataType.FLOAT)
                .updater(updater)
                .miniBatch(false) // the problem says how losses of a batch are joined
                .graphBuilder()
                .addInputs("input")
                .setInputTypes(InputType.feedForward(inputShape[0]))
                .addLayer("hidden1", dense(inputShape[0], width, Activation.TANH), "input")
                .addLayer("hidden2", dense(width, width, Activation.TANH), "hidden1")
                .addLayer("output", dense(width, outputShape[0], Activation.IDENTITY), "hidden2")
                .setOutputs("output")
                .build();
    }

    private static DenseLayer dense(long in, long out, Activation activation) {
        return new DenseLayer.Builder().nIn(in).nOut(out).activation(activation).build();
    }

    /** Draws the weights of a layer with the variance 1 / inputs; biases stay zero. */
    @Override
    public void initialize(ComputationGraph network, RandomGenerator random) {
        for (Layer layer : network.getLayers()) {
            INDArray weights = layer.getParam("W");
            double deviation = 1 / Math.sqrt(weights.size(0));
            double[] values = new double[(int) weights.length()];
            Arrays.setAll(values, i -> deviation * random.nextGaussian());
            weights.assign(Values.array(values, DataType.FLOAT, weights.shape()));
        }
    }
}
