package org.physgrad.networks;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.NetworkFactory;

/**
 * A U-Net with the same number of filters at every level, as the paper uses it (appendix B.2 to B.4): each block is twice a 3x3 convolution with zero
 * padding, batch normalization and ReLU; levels are joined downwards by 2x2 max pooling and upwards by bilinear upsampling and
 * concatenation {@code [skip, upsampled]}; a 1x1 convolution without activation ends it.
 *
 * <p>Layers are named {@code inc-1-conv}, {@code inc-1-norm}, {@code inc-1-relu}, {@code inc-2-conv} ..., {@code down1-pool}, {@code down1-1-conv} ...,
 * {@code up1-upsample}, {@code up1-pad} (only where the upsampled map is smaller than the skip), {@code up1-merge}, {@code up1-1-conv} ...,
 * {@code output}; {@code down1} is the first block below full resolution, {@code up1} the first one on the way back, at the coarsest resolution but one.
 *
 * <p>With 16 filters it has 37,697 trainable parameters for 1 to 1 channels at 4 levels, and 49,570 for 2 to 2 at 5. DL4J's own count adds the
 * running statistics of batch normalization.
 */
@Component(factory = NetworkFactory.FACTORY + "unet", service = NetworkFactory.class)
@Designate(ocd = UNet.Config.class)
public final class UNet implements NetworkFactory {

    /** Parameters of the U-Net. */
    @ObjectClassDefinition(
            name = "U-Net",
            description = "Convolutional network for fields, with skip connections between equal resolutions")
    public @interface Config {

        @AttributeDefinition(
                name = "Levels",
                description = "Number of resolutions, each half the one before",
                min = "1",
                max = "12")
        int levels() default 4;

        @AttributeDefinition(name = "Filters", description = "Channels of every hidden layer", min = "1", max = "1024")
        int filters() default 16;
    }

    private final int levels;
    private final int filters;

    @Activate
    public UNet(Config config) {
        this(config.levels(), config.filters());
    }

    /**
     * Describes a U-Net.
     *
     * @param levels number of resolutions, 1 to 12
     * @param filters channels of every hidden layer, 1 to 1024
     * @throws IllegalArgumentException if a number is out of range
     */
    public UNet(int levels, int filters) {
        this.levels = Limits.require("levels", levels, 1, 12);
        this.filters = Limits.require("filters", filters, 1, 1024);
    }

    @Override
    public Optional<String> refuses(long[] inputShape, long[] outputShape) {
        if (inputShape.length != 3 || outputShape.length != 3) {
            return Optional.of("a U-Net maps fields [channels, nx, ny] to fields, not " + Arrays.toString(inputShape)
                    + " to " + Arrays.toString(outputShape) + "; for vectors use 'mlp'");
        }
        if (inputShape[1] != outputShape[1] || inputShape[2] != outputShape[2]) {
            return Optional.of("a U-Net keeps the grid, but the input has " + inputShape[1] + " x " + inputShape[2]
                    + " cells and the output " + outputShape[1] + " x " + outputShape[2]);
        }
        long fewest = 1L << (levels - 1);
        if (Math.min(inputShape[1], inputShape[2]) < fewest) {
            return Optional.of("a U-Net with " + levels + " levels needs at least " + fewest + " cells per axis, not "
                    + inputShape[1] + " x " + inputShape[2] + "; use fewer levels");
        }
        return Optional.empty();
    }

    @Override
    public ComputationGraphConfiguration configure(long[] inputShape, long[] outputShape, IUpdater updater) {
        return configure(inputShape, outputShape, updater, DataType.FLOAT);
    }

    /**
     * Describes the network in a chosen precision.
     *
     * @param inputShape shape of one input, {@code [channels, nx, ny]}
     * @param outputShape shape of one output, {@code [channels, nx, ny]}
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
        UNetBuilder builder = new UNetBuilder(inputShape, filters, updater, precision);
        UNetBuilder.Field[] skips = new UNetBuilder.Field[levels];
        skips[0] = builder.block("inc", builder.input());
        for (int level = 1; level < levels; level++) {
            skips[level] = builder.down("down" + level, skips[level - 1]);
        }
        UNetBuilder.Field field = skips[levels - 1];
        for (int level = 1; level < levels; level++) {
            field = builder.up("up" + level, field, skips[levels - 1 - level]);
        }
        return builder.output(field, outputShape[0]);
    }

    /** Draws weights and biases from U(-1/sqrt(fanIn), 1/sqrt(fanIn)); batch normalization starts as the identity. */
    @Override
    public void initialize(ComputationGraph network, RandomGenerator random) {
        UniformWeights.draw(network, random);
    }
}
