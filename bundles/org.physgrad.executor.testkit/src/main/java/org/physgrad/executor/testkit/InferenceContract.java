package org.physgrad.executor.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.physgrad.api.NetworkExecution;
import org.physgrad.api.NetworkInference;
import org.physgrad.math.Shapes;

/** Answers outside of training. */
public abstract class InferenceContract extends ExecutorContract {

    private static final long SEED = 11;
    private static final int BATCH = 3;
    private static final double TOLERANCE = 1e-4;

    private final RandomArrays random = new RandomArrays(SEED);

    @ParameterizedTest
    @EnumSource(Networks.class)
    void agreesWithDl4jInDoublePrecision(Networks kind) {
        ComputationGraph network = kind.create(new Adam(1e-3));
        trainALittle(network, kind);
        ComputationGraph reference = kind.inDoublePrecision(network, new Adam(1e-3));
        INDArray input = random.drawFloats(Shapes.withBatch(BATCH, kind.input()));
        INDArray expected = reference.outputSingle(false, input.castTo(DataType.DOUBLE));
        // Prepared for two examples, it answers three in two parts, of which the second is not full.
        for (int prepared : new int[] {1, 2, BATCH}) {
            try (NetworkInference inference = executor().openInference(network, kind.input(), prepared, 1)) {
                Tensors.assertClose("output", expected, inference.output(input), TOLERANCE);
            }
        }
    }

    @Test
    void anAnswerKnowsNothingOfTheOtherExamples() {
        Networks kind = Networks.UNET;
        ComputationGraph network = kind.create(new Adam(1e-3));
        trainALittle(network, kind);
        INDArray input = random.drawFloats(Shapes.withBatch(5, kind.input()));
        try (NetworkInference inference = executor().openInference(network, kind.input(), 4, 1)) {
            float[] together = inference.output(input).data().asFloat();
            for (int example = 0; example < 5; example++) {
                INDArray one = inference.output(input.get(NDArrayIndex.interval(example, example + 1)));
                int cells = (int) one.length();
                float[] expected = new float[cells];
                System.arraycopy(together, example * cells, expected, 0, cells);
                assertArrayEquals(expected, one.data().asFloat());
            }
        }
    }

    @Test
    void dropoutKeepsEverything() {
        ComputationGraph network = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(5)
                .updater(new Sgd(0))
                .graphBuilder()
                .addInputs("input")
                .setInputTypes(InputType.convolutional(8, 8, 1))
                .addLayer("drop", new DropoutLayer(0.5), "input")
                .addLayer(
                        "output",
                        new ConvolutionLayer.Builder(1, 1)
                                .nOut(1)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "drop")
                .setOutputs("output")
                .build());
        network.init();
        INDArray input = random.drawFloats(2, 1, 8, 8);
        try (NetworkInference inference = executor().openInference(network, new long[] {1, 8, 8}, 2, 1)) {
            Tensors.assertClose("output", network.outputSingle(false, input), inference.output(input), 1e-6);
        }
    }

    @Test
    void anInputOfAnotherShapeIsRefusedWithBothShapes() {
        ComputationGraph network = Networks.UNET.create(new Adam(1e-3));
        try (NetworkInference inference = executor().openInference(network, Networks.UNET.input(), BATCH, 1)) {
            INDArray wrong = random.drawFloats(BATCH, 1, 8, 8);
            String message = assertThrows(IllegalArgumentException.class, () -> inference.output(wrong))
                    .getMessage();
            assertEquals("network input has shape [3, 1, 8, 8], expected [batch, 1, 16, 16]", message);
        }
    }

    /** So that running statistics are those of something. */
    private void trainALittle(ComputationGraph network, Networks kind) {
        try (NetworkExecution execution = executor().open(network, kind.input(), BATCH, 1)) {
            for (int step = 0; step < 10; step++) {
                INDArray output = execution.forward(random.drawFloats(Shapes.withBatch(BATCH, kind.input())));
                execution.backward(output.sub(random.drawFloats(Shapes.withBatch(BATCH, kind.output()))));
                execution.update();
            }
            execution.synchronize();
        }
    }
}
