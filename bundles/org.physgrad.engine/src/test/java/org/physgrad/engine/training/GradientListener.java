package org.physgrad.engine.training;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Remembers the first and the last state of the trainable weights. */
final class GradientListener implements TrainingListener {

    private INDArray first;
    private INDArray last;

    @Override
    public void checkpoint(int iteration, ComputationGraph network) {
        INDArray weights = trainable(network);
        if (first == null) {
            first = weights;
        }
        last = weights;
    }

    INDArray change() {
        return last.sub(first);
    }

    /** Leaves the running statistics of batch normalization out: they follow the activations, not the gradient. */
    private static INDArray trainable(ComputationGraph network) {
        return Nd4j.concat(
                0,
                network.paramTable().entrySet().stream()
                        .filter(entry -> !entry.getKey().endsWith("_mean")
                                && !entry.getKey().endsWith("_var"))
                        .map(entry -> entry.getValue()
                                .dup('c')
                                .castTo(DataType.DOUBLE)
                                .reshape(-1))
                        .toArray(INDArray[]::new));
    }
}
