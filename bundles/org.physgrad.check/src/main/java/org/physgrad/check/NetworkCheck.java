package org.physgrad.check;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;
import org.physgrad.api.NetworkFactory;
import org.physgrad.api.RandomStreams;
import org.physgrad.math.Shapes;
import org.physgrad.math.Values;
import org.physgrad.ml.MlPlatform;

/** Checks the contract of networks with DL4J itself, for one pair of shapes. */
public final class NetworkCheck {

    /** Steps of the finite difference, relative to the weights; float32 leaves nothing but rounding below. */
    private static final double[] STEPS = {1e-1, 3e-2, 1e-2, 3e-3, 1e-3};

    /** How well the best of them has to agree: kinks of the activations cost more than rounding does. */
    private static final double TOLERANCE = 0.05;

    private final NetworkFactory factory;
    private final long[] inputShape;
    private final long[] outputShape;
    private final int size;
    private final RandomStreams random;
    private final Clauses clauses = new Clauses();

    private NetworkCheck(
            NetworkFactory factory, long[] inputShape, long[] outputShape, int size, RandomStreams random) {
        this.factory = factory;
        this.inputShape = inputShape;
        this.outputShape = outputShape;
        this.size = size;
        this.random = random;
    }

    /**
     * Builds a network and checks it.
     *
     * @param factory describes the network
     * @param inputShape shape of one input, which it does not refuse
     * @param outputShape shape of one output, likewise
     * @param size number of examples, at least 2
     * @param random where weights and inputs come from; the same streams at each call
     * @return the clauses of the contract
     */
    public static List<Clause> run(
            NetworkFactory factory, long[] inputShape, long[] outputShape, int size, RandomStreams random) {
        NetworkCheck check = new NetworkCheck(factory, inputShape, outputShape, size, random);
        check.clauses.attempt("describes a network", check::configuration).ifPresent(check::check);
        return check.clauses.list();
    }

    private ComputationGraphConfiguration configuration() {
        return factory.configure(inputShape, outputShape, new Sgd(0.1));
    }

    private void check(ComputationGraphConfiguration configuration) {
        clauses.add(
                "one input and one output",
                configuration.getNetworkInputs().size() == 1
                        && configuration.getNetworkOutputs().size() == 1,
                () -> configuration.getNetworkInputs() + " to " + configuration.getNetworkOutputs());
        clauses.add(
                "gradients are not divided by the batch size",
                !configuration.getDefaultConfiguration().isMiniBatch(),
                () -> "set miniBatch(false): the problem says how losses of a batch are joined");
        clauses.attempt("the configuration survives storage", () -> network(stored(configuration)))
                .ifPresent(copy -> clauses.add(
                        "the stored configuration makes the same network",
                        outputs(copy).equals(outputs(network(configuration))),
                        () -> "it answers differently when it is read back"));
        Optional<ReferenceGraph> network = clauses.attempt("makes a network", () -> network(configuration));
        network.ifPresent(this::check);
    }

    private ComputationGraphConfiguration stored(ComputationGraphConfiguration configuration) {
        AtomicReference<ComputationGraphConfiguration> copy = new AtomicReference<>();
        // Layers of a plug-in are looked up by name, in the loader of the factory.
        MlPlatform.withContextClassLoader(
                factory.getClass().getClassLoader(),
                () -> copy.set(ComputationGraphConfiguration.fromJson(configuration.toJson())));
        return copy.get();
    }

    private ReferenceGraph network(ComputationGraphConfiguration configuration) {
        ReferenceGraph network = new ReferenceGraph(configuration);
        factory.initialize(network.graph(), random.stream("weights"));
        return network;
    }

    private void check(ReferenceGraph network) {
        INDArray weights = network.graph().params();
        clauses.add(
                "parameters are float32", weights.dataType() == DataType.FLOAT, () -> "they are " + weights.dataType());
        clauses.finite("initial weights are numbers", weights);
        INDArray twin = network(configuration()).graph().params();
        clauses.add(
                "the same random numbers give the same initial weights",
                weights.equals(twin),
                () -> "two networks differ; draw all weights from the generator, and set the configuration's seed");
        INDArray input = gaussian("input", inputShape);
        clauses.attempt("computes a batch", () -> network.forward(input)).ifPresent(output -> {
            clauses.shaped(
                    "the output has the shape that was asked for",
                    output,
                    DataType.FLOAT,
                    Shapes.withBatch(size, outputShape));
            clauses.finite("the output is finite", output);
            if (!clauses.anyFailed()) {
                checkGradient(network, input);
            }
        });
    }

    private INDArray outputs(ReferenceGraph network) {
        return network.forward(gaussian("input", inputShape));
    }

    /** Compares the derivative along the gradient with a finite difference. */
    private void checkGradient(ReferenceGraph network, INDArray input) {
        INDArray cotangent = gaussian("cotangent", outputShape);
        network.forward(input);
        Optional<INDArray> computed = clauses.attempt("computes gradients", () -> network.backward(cotangent));
        computed.ifPresent(gradient -> {
            double slope = gradient.norm2Number().doubleValue();
            if (slope == 0) {
                clauses.note("weights have an effect", false, () -> "all gradients are zero");
                return;
            }
            INDArray parameters = network.graph().params();
            INDArray weights = parameters.dup();
            INDArray direction = gradient.div(slope);
            double scale = weights.norm2Number().doubleValue();
            double best = Double.POSITIVE_INFINITY;
            for (double step : STEPS) {
                double h = step * scale;
                parameters.assign(weights.add(direction.mul(h)));
                double ahead = dot(network.forward(input), cotangent);
                parameters.assign(weights.sub(direction.mul(h)));
                double behind = dot(network.forward(input), cotangent);
                double error = Math.abs((ahead - behind) / (2 * h) - slope) / slope;
                best = Double.isNaN(error) ? best : Math.min(best, error);
            }
            parameters.assign(weights);
            double found = best;
            clauses.add(
                    "gradients agree with finite differences",
                    found <= TOLERANCE,
                    () -> "relative error " + found + " at the best step; at most " + TOLERANCE + " passes");
        });
    }

    private static double dot(INDArray a, INDArray b) {
        double[] first = Values.of(a);
        double[] second = Values.of(b);
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += first[i] * second[i];
        }
        return sum;
    }

    private INDArray gaussian(String purpose, long... shape) {
        return TestPoints.gaussian(random, purpose, size, shape);
    }
}
