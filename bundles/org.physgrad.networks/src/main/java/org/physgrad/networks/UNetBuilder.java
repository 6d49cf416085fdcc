package org.physgrad.networks;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;

/** Adds the parts of a U-Net to a DL4J graph. */
final class UNetBuilder {

    private static final String INPUT = "input";
    private static final String OUTPUT = "output";
    private static final double NORM_EPSILON = 1e-5;
    private static final double NORM_DECAY = 0.9;

    /**
     * The output of a layer.
     *
     * @param layer its name
     * @param channels number of channels
     * @param nx cells along x
     * @param ny cells along y
     */
    record Field(String layer, long channels, long nx, long ny) {}

    private final ComputationGraphConfiguration.GraphBuilder graph;
    private final Field input;
    private final int filters;

    UNetBuilder(long[] inputShape, int filters, IUpdater updater, DataType precision) {
        this.input = new Field(INPUT, inputShape[0], inputShape[1], inputShape[2]);
        this.filters = filters;
        this.graph = Graphs.builder(updater, precision)
                .addInputs(INPUT)
                .setInputTypes(InputType.convolutional(input.nx(), input.ny(), input.channels()));
    }

    Field input() {
        return input;
    }

    /** Twice convolution, normalization, ReLU. */
    Field block(String name, Field from) {
        return unit(name + "-2", unit(name + "-1", from));
    }

    private Field unit(String name, Field from) {
        ConvolutionLayer convolution = new ConvolutionLayer.Builder(3, 3)
                .stride(1, 1)
                .padding(1, 1)
                .convolutionMode(ConvolutionMode.Truncate)
                .nIn(from.channels())
                .nOut(filters)
                .activation(Activation.IDENTITY)
                .build();
        BatchNormalization norm = new BatchNormalization.Builder()
                .nIn(filters)
                .nOut(filters)
                .eps(NORM_EPSILON)
                .decay(NORM_DECAY)
                .useLogStd(false)
                .build();
        graph.addLayer(name + "-conv", convolution, from.layer());
        graph.addLayer(name + "-norm", norm, name + "-conv");
        graph.addLayer(name + "-relu", new ActivationLayer(Activation.RELU), name + "-norm");
        return new Field(name + "-relu", filters, from.nx(), from.ny());
    }

    /** Halves the resolution, rounding down, then a block. */
    Field down(String name, Field from) {
        String pool = name + "-pool";
        SubsamplingLayer pooling = new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .convolutionMode(ConvolutionMode.Truncate)
                .build();
        graph.addLayer(pool, pooling, from.layer());
        return block(name, new Field(pool, from.channels(), from.nx() / 2, from.ny() / 2));
    }

    /** Doubles the resolution, joins the skip connection, then a block. */
    Field up(String name, Field from, Field skip) {
        String upsample = name + "-upsample";
        graph.addLayer(upsample, new BilinearUpsampling(), from.layer());
        Field fitted = pad(name + "-pad", new Field(upsample, from.channels(), 2 * from.nx(), 2 * from.ny()), skip);
        String merge = name + "-merge";
        graph.addVertex(merge, new MergeVertex(), skip.layer(), fitted.layer());
        return block(name, new Field(merge, skip.channels() + fitted.channels(), skip.nx(), skip.ny()));
    }

    /** Pooling rounds odd sizes down, so the doubled map may lack a row or a column: zeros fill it up. */
    private Field pad(String name, Field field, Field target) {
        int missingX = Math.toIntExact(target.nx() - field.nx());
        int missingY = Math.toIntExact(target.ny() - field.ny());
        if (missingX == 0 && missingY == 0) {
            return field;
        }
        int left = missingX / 2;
        int bottom = missingY / 2;
        ZeroPaddingLayer padding =
                new ZeroPaddingLayer.Builder(left, missingX - left, bottom, missingY - bottom).build();
        graph.addLayer(name, padding, field.layer());
        return new Field(name, field.channels(), target.nx(), target.ny());
    }

    /** The 1x1 convolution that ends the network. */
    ComputationGraphConfiguration output(Field from, long channels) {
        ConvolutionLayer convolution = new ConvolutionLayer.Builder(1, 1)
                .stride(1, 1)
                .convolutionMode(ConvolutionMode.Truncate)
                .nIn(from.channels())
                .nOut(channels)
                .activation(Activation.IDENTITY)
                .build();
        return graph.addLayer(OUTPUT, convolution, from.layer())
                .setOutputs(OUTPUT)
                .build();
    }
}
