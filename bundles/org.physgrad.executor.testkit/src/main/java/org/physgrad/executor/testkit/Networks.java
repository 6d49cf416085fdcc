package org.physgrad.executor.testkit;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer.PoolingType;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.physgrad.networks.Mlp;
import org.physgrad.networks.UNet;

/** Networks under test, each as a configuration that can be made in either precision. */
@SuppressWarnings("ImmutableEnumChecker") // lists of List.of are immutable, the compiler cannot see it
public enum Networks {
    /** The network of the heat problem. */
    UNET(1, 1, 16L, 16L) {
        @Override
        ComputationGraphConfiguration configure(IUpdater updater, DataType precision) {
            return new UNet(4, 16).configure(input(), output(), updater, precision);
        }
    },
    /** Halving rounds down at each level, so upsampled fields are padded. */
    UNET_ODD(1, 1, 20L, 15L) {
        @Override
        ComputationGraphConfiguration configure(IUpdater updater, DataType precision) {
            return new UNet(4, 16).configure(input(), output(), updater, precision);
        }
    },
    /** That of the fluid problem. */
    UNET_FLUID(2, 2, 32L, 32L) {
        @Override
        ComputationGraphConfiguration configure(IUpdater updater, DataType precision) {
            return new UNet(5, 16).configure(input(), output(), updater, precision);
        }
    },
    /** A number of filters that fills no block. */
    UNET_NARROW(3, 2, 12L, 20L) {
        @Override
        ComputationGraphConfiguration configure(IUpdater updater, DataType precision) {
            return new UNet(3, 5).configure(input(), output(), updater, precision);
        }
    },
    /** One of everything that the U-Net lacks, without kinks, so that many steps stay comparable. */
    SMOOTH(2, 3, 12L, 8L) {
        @Override
        ComputationGraphConfiguration configure(IUpdater updater, DataType precision) {
            return graph(updater, precision)
                    .setInputTypes(InputType.convolutional(12, 8, 2))
                    .addLayer("strided", convolution(5, 8, 2, Activation.SOFTPLUS), "input")
                    .addLayer("average", pooling(PoolingType.AVG), "strided")
                    .addLayer("same", convolution(3, 8, 1, Activation.TANH), "average")
                    .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "average", "same")
                    .addLayer("sigmoid", new ActivationLayer(Activation.SIGMOID), "sum")
                    .addVertex("merge", new MergeVertex(), "sigmoid", "same")
                    .addLayer(
                            "normalization",
                            new BatchNormalization.Builder().decay(0.8).build(),
                            "merge")
                    .addLayer("elu", new ActivationLayer(Activation.ELU), "normalization")
                    .addLayer("nearest", new Upsampling2D.Builder(2).build(), "elu")
                    .addVertex("skip", new MergeVertex(), "strided", "nearest")
                    .addLayer("swish", convolution(3, 6, 1, Activation.SWISH), "skip")
                    .addLayer("fine", new Upsampling2D.Builder(2).build(), "swish")
                    .addLayer("output", convolution(1, 3, 1, Activation.IDENTITY), "fine")
                    .setOutputs("output")
                    .build();
        }
    },
    /** Activations and a pooling with kinks. */
    KINKED(2, 2, 12L, 8L) {
        @Override
        ComputationGraphConfiguration configure(IUpdater updater, DataType precision) {
            return graph(updater, precision)
                    .setInputTypes(InputType.convolutional(12, 8, 2))
                    .addLayer("leaky", convolution(3, 8, 1, Activation.LEAKYRELU), "input")
                    .addLayer("maximum", pooling(PoolingType.MAX), "leaky")
                    .addLayer("clipped", convolution(3, 7, 1, Activation.RELU6), "maximum")
                    .addLayer("hard", convolution(3, 16, 1, Activation.HARDSIGMOID), "clipped")
                    .addLayer("nearest", new Upsampling2D.Builder(2).build(), "hard")
                    .addLayer("output", convolution(2, 2, 1, Activation.RELU), "nearest")
                    .setOutputs("output")
                    .build();
        }
    },
    /** The network of the sine problem. */
    MLP(1, 1) {
        @Override
        ComputationGraphConfiguration configure(IUpdater updater, DataType precision) {
            return new Mlp(10, 20, 10).configure(input(), output(), updater, precision);
        }
    },
    /** A perceptron of matrices that fill no cache line. */
    MLP_WIDE(3, 2) {
        @Override
        ComputationGraphConfiguration configure(IUpdater updater, DataType precision) {
            return new Mlp(300, 200).configure(input(), output(), updater, precision);
        }
    };

    private final List<Long> input;
    private final List<Long> output;

    Networks(long inputs, long outputs, Long... grid) {
        input = prepend(inputs, grid);
        output = prepend(outputs, grid);
    }

    private static List<Long> prepend(long channels, Long... grid) {
        return Stream.concat(Stream.of(channels), Stream.of(grid)).toList();
    }

    abstract ComputationGraphConfiguration configure(IUpdater updater, DataType precision);

    /**
     * Tells what goes in.
     *
     * @return shape of one input, without the batch axis
     */
    public long[] input() {
        return input.stream().mapToLong(Long::longValue).toArray();
    }

    /**
     * Tells what comes out.
     *
     * @return shape of one output, without the batch axis
     */
    public long[] output() {
        return output.stream().mapToLong(Long::longValue).toArray();
    }

    /**
     * Makes the network in single precision, weights drawn from a fixed seed.
     *
     * @param updater how it is trained
     * @return the initialised network
     */
    public ComputationGraph create(IUpdater updater) {
        ComputationGraph network = new ComputationGraph(configure(updater, DataType.FLOAT));
        network.init();
        if (name().startsWith("UNET")) {
            new UNet(1, 1).initialize(network, new Random(42));
        }
        return network;
    }

    /**
     * Makes the same network with the same parameters in double precision.
     *
     * @param network the network in single precision
     * @param updater how the twin is trained
     * @return the twin
     */
    public ComputationGraph inDoublePrecision(ComputationGraph network, IUpdater updater) {
        ComputationGraph twin = new ComputationGraph(configure(updater, DataType.DOUBLE));
        twin.init();
        twin.params().assign(network.params().castTo(DataType.DOUBLE));
        return twin;
    }

    private static ComputationGraphConfiguration.GraphBuilder graph(IUpdater updater, DataType precision) {
        return new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(precision)
                .updater(updater)
                .miniBatch(false)
                .graphBuilder()
                .addInputs("input");
    }

    private static ConvolutionLayer convolution(int kernel, int channels, int stride, Activation activation) {
        return new ConvolutionLayer.Builder(kernel, kernel)
                .stride(stride, stride)
                .convolutionMode(ConvolutionMode.Same)
                .nOut(channels)
                .activation(activation)
                .build();
    }

    private static SubsamplingLayer pooling(PoolingType type) {
        return new SubsamplingLayer.Builder(type)
                .kernelSize(2, 2)
                .stride(2, 2)
                .convolutionMode(ConvolutionMode.Truncate)
                .build();
    }
}
