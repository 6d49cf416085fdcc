package org.physgrad.networks;

import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.AbstractLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The layer described by {@link BilinearUpsampling}. Examples are interpolated in parallel, on the threads of the pool that the caller runs in. */
public final class BilinearUpsamplingLayer extends AbstractLayer<BilinearUpsampling> {

    private static final long serialVersionUID = 1L;

    BilinearUpsamplingLayer(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        long[] shape = input.shape();
        INDArray output = workspaces.createUninitialized(
                ArrayType.ACTIVATIONS,
                input.dataType(),
                new long[] {shape[0], shape[1], 2 * shape[2], 2 * shape[3]},
                'c');
        apply(input, output, shape, BilinearInterpolation::upsample);
        return output;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        long[] shape = input.shape();
        INDArray gradient = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, epsilon.dataType(), shape, 'c');
        apply(epsilon, gradient, shape, BilinearInterpolation::adjoint);
        return new Pair<>(new DefaultGradient(), gradient);
    }

    /** One plane to another, with the cells of the coarse plane along x and y. */
    private interface PlaneOperator {
        void apply(double[] from, double[] to, int nx, int ny);
    }

    private static void apply(INDArray from, INDArray to, long[] coarseShape, PlaneOperator operator) {
        int nx = Math.toIntExact(coarseShape[2]);
        int ny = Math.toIntExact(coarseShape[3]);
        long channels = coarseShape[1];
        Planes source = Planes.of(from);
        Planes target = Planes.of(to);
        IntStream.range(0, Math.toIntExact(coarseShape[0])).parallel().forEach(example -> {
            double[] in = new double[source.size()];
            double[] out = new double[target.size()];
            for (long plane = example * channels; plane < (example + 1) * channels; plane++) {
                source.read(plane, in);
                operator.apply(in, out, nx, ny);
                target.write(plane, out);
            }
        });
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public void clearNoiseWeightParams() {
        // There are no weights.
    }
}
