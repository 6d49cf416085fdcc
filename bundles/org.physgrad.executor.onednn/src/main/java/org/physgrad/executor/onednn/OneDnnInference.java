package org.physgrad.executor.onednn;

import java.util.Arrays;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.physgrad.api.NetworkInference;
import org.physgrad.executor.graph.update.Views;
import org.physgrad.executor.onednn.layers.PlanCompiler;
import org.physgrad.executor.onednn.plan.InferencePlan;
import org.physgrad.executor.onednn.plan.Threads;
import org.physgrad.math.Shapes;

/** A network that answers, a few examples at a time: what lies between its layers then stays in the processor's cache, and takes little memory. */
final class OneDnnInference implements NetworkInference {

    /** Numbers of input to work on at a time. */
    private static final int SLICE = 65_536;

    private final InferencePlan plan;
    private final int threads;
    private final int slice;

    private OneDnnInference(InferencePlan plan, int threads) {
        this.plan = plan;
        this.threads = threads;
        this.slice = Math.toIntExact(plan.inputShape()[0]);
    }

    static OneDnnInference open(ComputationGraph network, long[] inputShape, int batchSize, int threads) {
        int slice = Math.max(1, Math.min(batchSize, SLICE / Shapes.entries(inputShape)));
        InferencePlan plan = PlanCompiler.compileInference(network, inputShape, slice);
        float[] parameters = new float[Math.toIntExact(network.numParams())];
        Views.read(network.params(), parameters);
        plan.load(parameters);
        return new OneDnnInference(plan, threads);
    }

    @Override
    public INDArray output(INDArray input) {
        Threads.limit(threads);
        int size = Shapes.requireBatch("network input", input, withoutBatch(plan.inputShape()));
        INDArray output =
                Nd4j.createUninitialized(DataType.FLOAT, Shapes.withBatch(size, withoutBatch(plan.outputShape())));
        for (int first = 0; first < size; first += slice) {
            INDArrayIndex rows = NDArrayIndex.interval(first, Math.min(size, first + slice));
            answer(input.get(rows), output.get(rows));
        }
        return output;
    }

    private void answer(INDArray input, INDArray output) {
        if (input.size(0) == slice) {
            plan.run(input, output);
            return;
        }
        // No example knows of the others: what fills the slice up does not matter.
        INDArrayIndex given = NDArrayIndex.interval(0, input.size(0));
        try (INDArray filled = Nd4j.zeros(DataType.FLOAT, plan.inputShape());
                INDArray answers = Nd4j.createUninitialized(DataType.FLOAT, plan.outputShape())) {
            filled.get(given).assign(input);
            plan.run(filled, answers);
            output.assign(answers.get(given));
        }
    }

    private static long[] withoutBatch(long[] shape) {
        return Arrays.copyOfRange(shape, 1, shape.length);
    }

    @Override
    public void close() {
        plan.close();
    }
}
