package org.physgrad.executor.cuda;

import java.util.Arrays;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.physgrad.api.NetworkInference;
import org.physgrad.executor.cuda.device.Device;
import org.physgrad.executor.cuda.device.Grid;
import org.physgrad.executor.cuda.layers.CudaCompiler;
import org.physgrad.executor.cuda.plan.CudaPlan;
import org.physgrad.executor.cuda.plan.Parameters;
import org.physgrad.math.Shapes;

/** A network that answers on a GPU, a batch at a time. */
final class CudaInference implements NetworkInference {

    /** Numbers of input to work on at a time: enough to keep a GPU busy. */
    private static final int MOST_NUMBERS = 1 << 20;

    private final Device device;
    private final CudaPlan plan;
    private final long[] inputShape;
    private final long[] outputShape;
    private final int batch;

    private CudaInference(Device device, CudaPlan plan) {
        this.device = device;
        this.plan = plan;
        this.inputShape = withoutBatch(plan.input().shape());
        this.outputShape = withoutBatch(plan.output().shape());
        this.batch = plan.input().size(0);
    }

    static CudaInference open(ComputationGraph network, long[] inputShape, int batchSize) {
        Device device = new Device();
        try {
            Parameters parameters = new Parameters(device, network.numParams());
            int fitting = Math.max(1, MOST_NUMBERS / Shapes.entries(inputShape));
            int batch = Math.min(batchSize, Math.min(fitting, Grid.MOST));
            CudaPlan plan = CudaCompiler.compile(network, inputShape, batch, false, device, parameters);
            parameters.load(network.params());
            return new CudaInference(device, plan);
        } catch (RuntimeException e) {
            device.close();
            throw e;
        }
    }

    @Override
    public INDArray output(INDArray input) {
        device.use();
        int size = Shapes.requireBatch("network input", input, inputShape);
        INDArray output = Nd4j.createUninitialized(DataType.FLOAT, Shapes.withBatch(size, outputShape));
        // No example knows of the others: what fills the last batch up does not matter.
        try (INDArray filled = Nd4j.zeros(DataType.FLOAT, plan.input().shape());
                INDArray answers =
                        Nd4j.createUninitialized(DataType.FLOAT, plan.output().shape())) {
            for (int first = 0; first < size; first += batch) {
                int count = Math.min(batch, size - first);
                INDArrayIndex rows = NDArrayIndex.interval(first, first + count);
                INDArrayIndex given = NDArrayIndex.interval(0, count);
                filled.get(given).assign(input.get(rows));
                plan.forward(filled, answers);
                output.get(rows).assign(answers.get(given));
            }
        }
        return output;
    }

    private static long[] withoutBatch(long[] shape) {
        return Arrays.copyOfRange(shape, 1, shape.length);
    }

    @Override
    public void close() {
        device.close();
    }
}
