package org.physgrad.executor.cuda;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.api.NetworkInference;
import org.physgrad.executor.testkit.InferenceContract;
import org.physgrad.executor.testkit.RandomArrays;
import org.physgrad.executor.testkit.Tensors;

@NeedsGpu
class InferenceTest extends InferenceContract {

    @Override
    protected NetworkExecutor executor() {
        return new CudaExecutor();
    }

    @Test
    void answersAnyNumberOfSmallExamples() {
        int size = 70_000;
        ComputationGraph network = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("input")
                .setInputTypes(InputType.convolutional(2, 2, 1))
                .addLayer(
                        "output",
                        new ConvolutionLayer.Builder(1, 1)
                                .nOut(1)
                                .activation(Activation.TANH)
                                .build(),
                        "input")
                .setOutputs("output")
                .build());
        network.init();
        INDArray input = new RandomArrays(3).drawFloats(size, 1, 2, 2);

        try (NetworkInference inference = executor().openInference(network, new long[] {1, 2, 2}, size, 1)) {
            Tensors.assertClose("answers", network.outputSingle(false, input), inference.output(input), 1e-6);
        }
    }
}
