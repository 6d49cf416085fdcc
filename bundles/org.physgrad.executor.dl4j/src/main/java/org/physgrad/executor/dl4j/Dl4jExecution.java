package org.physgrad.executor.dl4j;

import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.physgrad.api.NetworkExecution;
import org.physgrad.math.PhiloxStreams;
import org.physgrad.math.Shapes;

/**
 * A DL4J graph under training. Its memory belongs to the thread that calls: a forward pass and its backward pass have to be on the same thread, and no other
 * execution on that thread may come in between.
 */
final class Dl4jExecution implements NetworkExecution {

    private final ComputationGraph network;
    private final TrainingGraph graph;
    private final long[] inputShape;
    private final int batchSize;
    private final int threads;

    /** What the updater makes of the gradients; it works in place, and the gradients have to stay readable. */
    private final INDArray update;

    private INDArray output;

    Dl4jExecution(ComputationGraph network, long[] inputShape, int batchSize, int threads) {
        this.network = network;
        this.graph = new TrainingGraph(network);
        this.inputShape = inputShape.clone();
        this.batchSize = batchSize;
        this.threads = threads;
        this.update = Nd4j.createUninitialized(
                network.params().dataType(), network.params().shape());
    }

    @Override
    public INDArray forward(INDArray input) {
        int size = Shapes.requireBatch("network input", input, inputShape);
        if (size != batchSize) {
            throw new IllegalArgumentException("network input holds " + size + " examples, expected " + batchSize);
        }
        limitThreads();
        seedDropout();
        INDArray result = graph.activate(input);
        if (output == null) {
            output = Nd4j.createUninitialized(result.dataType(), result.shape());
        }
        return output.assign(result);
    }

    @Override
    public void backward(INDArray outputGradient) {
        if (output != null && !outputGradient.equalShapes(output)) {
            throw new IllegalArgumentException("output gradient has the shape " + outputGradient.shapeInfoToString()
                    + ", expected that of the output, " + output.shapeInfoToString());
        }
        limitThreads();
        graph.differentiate(outputGradient);
    }

    @Override
    public void update() {
        update.assign(graph.getGradientsViewArray());
        int iteration = network.getIterationCount();
        network.getUpdater()
                .update(
                        new DefaultGradient(update),
                        iteration,
                        network.getEpochCount(),
                        batchSize,
                        LayerWorkspaceMgr.noWorkspaces());
        network.params().subi(update);
        network.getConfiguration().setIterationCount(iteration + 1);
    }

    @Override
    public INDArray gradients() {
        return graph.getGradientsViewArray().dup();
    }

    @Override
    public void synchronize() {
        // Parameters are shared with the network, and its own updater keeps state and iteration count: nothing lags
        // behind.
    }

    /** Layers draw from ND4J's own generator; set anew in every step, it gives a resumed run the masks of one that never stopped. */
    private void seedDropout() {
        long seed = network.getConfiguration().getDefaultConfiguration().getSeed();
        Nd4j.getRandom()
                .setSeed(new PhiloxStreams(seed, network.getIterationCount() + 1)
                        .stream("dropout").nextLong());
    }

    /** OpenMP keeps the number of threads per calling thread, so it is set anew wherever a call comes from. */
    private void limitThreads() {
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
    }

    @Override
    public void close() {
        graph.leave();
        Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    }
}
