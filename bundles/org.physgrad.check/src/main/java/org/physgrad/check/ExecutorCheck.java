package org.physgrad.check;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.physgrad.api.NetworkExecution;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.api.NetworkInference;
import org.physgrad.api.RandomStreams;
import org.physgrad.math.Values;

/**
 * Checks the contract of network executors: on two small networks, one of convolutions and one of dense layers, an executor has to compute what DL4J's own layers
 * do. The networks have no kinks, on whose two sides rounding could put a value.
 */
public final class ExecutorCheck {

    /** Largest difference, relative to the largest entry: float32 adds in any order. */
    private static final double TOLERANCE = 1e-3;

    /** The same in rounding errors of one number, for executors that compute less exactly. */
    private static final double ROUNDINGS = 32;

    private static final double RATE = 0.01;
    private static final int STEPS = 4;
    private static final int THREADS = 1;

    /** The parameters of a normalization that are not running statistics. */
    private static final Set<String> LEARNED = Set.of("gamma", "beta");

    private final NetworkExecutor executor;
    private final double tolerance;
    private final String name;
    private final ComputationGraphConfiguration configuration;
    private final int size;
    private final INDArray input;
    private final INDArray target;
    private final long[] inputShape;
    private final Clauses clauses;

    private ExecutorCheck(
            NetworkExecutor executor,
            String name,
            ComputationGraphConfiguration configuration,
            Clauses clauses,
            INDArray input,
            INDArray target) {
        this.executor = executor;
        this.tolerance = Math.max(TOLERANCE, ROUNDINGS * executor.unitRoundoff());
        this.name = name;
        this.configuration = configuration;
        this.clauses = clauses;
        this.input = input;
        this.target = target;
        this.size = Math.toIntExact(input.size(0));
        this.inputShape = Arrays.copyOfRange(input.shape(), 1, input.rank());
    }

    /**
     * Runs an executor and checks what it does.
     *
     * @param executor the executor
     * @param size number of examples, at least 2
     * @param random where inputs come from
     * @return the clauses of the contract
     */
    public static List<Clause> run(NetworkExecutor executor, int size, RandomStreams random) {
        Clauses clauses = new Clauses();
        new ExecutorCheck(
                        executor,
                        "convolutions",
                        convolutions(),
                        clauses,
                        TestPoints.gaussian(random, "fields", size, 2, 8, 6),
                        TestPoints.gaussian(random, "wanted fields", size, 1, 8, 6))
                .check();
        new ExecutorCheck(
                        executor,
                        "dense layers",
                        dense(),
                        clauses,
                        TestPoints.gaussian(random, "vectors", size, 3),
                        TestPoints.gaussian(random, "wanted vectors", size, 2))
                .check();
        return clauses.list();
    }

    private static ComputationGraphConfiguration convolutions() {
        return graph().setInputTypes(InputType.convolutional(8, 6, 2))
                .addLayer("convolution", convolution(3, 8).hasBias(false).build(), "input")
                .addLayer("normalization", new BatchNormalization(), "convolution")
                .addLayer("tanh", new ActivationLayer(Activation.TANH), "normalization")
                .addLayer(
                        "pooling",
                        new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG)
                                .kernelSize(2, 2)
                                .stride(2, 2)
                                .build(),
                        "tanh")
                .addLayer("upsampling", new Upsampling2D.Builder(2).build(), "pooling")
                .addVertex("merge", new MergeVertex(), "tanh", "upsampling")
                .addLayer("output", convolution(1, 1).build(), "merge")
                .setOutputs("output")
                .build();
    }

    private static ConvolutionLayer.Builder convolution(int kernel, int channels) {
        return new ConvolutionLayer.Builder(kernel, kernel)
                .convolutionMode(ConvolutionMode.Same)
                .nOut(channels)
                .activation(Activation.IDENTITY);
    }

    private static ComputationGraphConfiguration dense() {
        return graph().setInputTypes(InputType.feedForward(3))
                .addLayer("hidden", dense(10, Activation.TANH), "input")
                .addLayer("output", dense(2, Activation.IDENTITY), "hidden")
                .setOutputs("output")
                .build();
    }

    private static DenseLayer dense(int features, Activation activation) {
        return new DenseLayer.Builder().nOut(features).activation(activation).build();
    }

    private static ComputationGraphConfiguration.GraphBuilder graph() {
        return new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(RATE))
                .miniBatch(false)
                .graphBuilder()
                .addInputs("input");
    }

    private void check() {
        Optional<String> reason = executor.refuses(fresh(), inputShape);
        if (reason.isPresent()) {
            clauses.note(text("runs them"), false, () -> "refused because " + reason.get());
            return;
        }
        double[] untouched = Values.of(input);
        clauses.attempt(text("trains"), this::trainBesideReference).ifPresent(trained -> {
            clauses.add(
                    text("inputs are not changed"),
                    Arrays.equals(untouched, Values.of(input)),
                    () -> "the input differs afterwards");
            checkRepetition(trained);
            checkAnswers(trained);
        });
    }

    private String text(String clause) {
        return name + ": " + clause;
    }

    /** Makes the same steps in both, and compares the first closely. */
    private ComputationGraph trainBesideReference() {
        ReferenceGraph reference = new ReferenceGraph(configuration);
        ComputationGraph network = fresh();
        try (NetworkExecution execution = executor.open(network, inputShape, size, THREADS)) {
            for (int step = 0; step < STEPS; step++) {
                INDArray expected = reference.forward(input);
                INDArray output = execution.forward(input).dup('c');
                INDArray outputGradient = output.sub(target);
                INDArray handed = outputGradient.dup('c');
                execution.backward(handed);
                INDArray gradient = reference.backward(expected.sub(target));
                if (step == 0) {
                    close("the output is DL4J's", expected, output);
                    closeGradients(network, gradient, execution.gradients());
                    clauses.add(
                            text("the gradient of the output is not changed"),
                            handed.equals(outputGradient),
                            () -> "it differs after the backward pass");
                }
                execution.update();
                reference.update(gradient, size);
            }
            execution.synchronize();
        }
        close("updates and running statistics are DL4J's", reference.graph().params(), network.params());
        clauses.add(
                text("iterations are counted in the network"),
                network.getIterationCount() == STEPS,
                () -> "it counts " + network.getIterationCount() + " after " + STEPS);
        return network;
    }

    /** Entries of running statistics among the gradients mean nothing. */
    private void closeGradients(ComputationGraph network, INDArray expected, INDArray actual) {
        double[] want = Values.of(expected);
        double[] got = Values.of(actual);
        Arrays.stream(network.getLayers())
                .filter(layer -> layer.conf().getLayer() instanceof BatchNormalization)
                .flatMap(layer -> layer.paramTable().entrySet().stream())
                .filter(parameter -> !LEARNED.contains(parameter.getKey()))
                .map(Map.Entry::getValue)
                .forEach(statistic -> {
                    int first = Math.toIntExact(statistic.offset());
                    int end = first + Math.toIntExact(statistic.length());
                    Arrays.fill(want, first, end, 0);
                    Arrays.fill(got, first, end, 0);
                });
        close("gradients are DL4J's, summed over the batch", want, got);
    }

    private void checkRepetition(ComputationGraph trained) {
        clauses.attempt(text("takes the same steps again"), () -> train(fresh(), STEPS))
                .ifPresent(again -> clauses.add(
                        text("the same steps give the same numbers"),
                        trained.params().equals(again.params()),
                        () -> "the weights differ"));
        clauses.attempt(text("goes on with a copy of the network"), this::trainInHalves)
                .ifPresent(copy ->
                        close("all memory is in the network, which checkpoints keep", trained.params(), copy.params()));
    }

    private ComputationGraph trainInHalves() {
        ComputationGraph half = train(fresh(), STEPS / 2);
        ComputationGraph copy = fresh();
        copy.setParams(half.params().dup());
        copy.getUpdater(true).getStateViewArray().assign(half.getUpdater(true).getStateViewArray());
        copy.getConfiguration().setIterationCount(half.getIterationCount());
        return train(copy, STEPS - STEPS / 2);
    }

    private ComputationGraph train(ComputationGraph network, int steps) {
        try (NetworkExecution execution = executor.open(network, inputShape, size, THREADS)) {
            for (int step = 0; step < steps; step++) {
                execution.backward(execution.forward(input).sub(target));
                execution.update();
            }
            execution.synchronize();
        }
        return network;
    }

    private void checkAnswers(ComputationGraph trained) {
        clauses.attempt(text("answers outside of training"), () -> answer(trained, input))
                .ifPresent(answers -> {
                    close("answers are DL4J's", Values.of(trained.outputSingle(false, input)), answers);
                    double[] alone = answer(trained, input.get(NDArrayIndex.interval(0, 1)));
                    close("an answer knows nothing of the other examples", Arrays.copyOf(answers, alone.length), alone);
                });
    }

    private double[] answer(ComputationGraph trained, INDArray observations) {
        try (NetworkInference inference = executor.openInference(trained, inputShape, size, THREADS)) {
            return Values.of(inference.output(observations));
        }
    }

    private ComputationGraph fresh() {
        ComputationGraph network = new ComputationGraph(configuration.clone());
        network.init();
        return network;
    }

    private void close(String text, INDArray expected, INDArray actual) {
        close(text, Values.of(expected), Values.of(actual));
    }

    private void close(String text, double[] expected, double[] actual) {
        clauses.close(text(text), expected, actual, tolerance);
    }
}
