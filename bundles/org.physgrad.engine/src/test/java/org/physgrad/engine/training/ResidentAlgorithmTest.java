package org.physgrad.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.Context;
import org.physgrad.api.NetworkExecution;
import org.physgrad.api.Problem;
import org.physgrad.api.ResidentExecution;
import org.physgrad.api.TrainingScheme;
import org.physgrad.engine.data.ExampleSource;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.math.PhiloxStreams;

class ResidentAlgorithmTest {

    private static final int ITERATIONS = 3;

    private final Experiment experiment = Experiments.field(
            "{ \"type\": \"heat\", \"resolution\": 16 }",
            "{ \"scheme\": \"physical-gradient\", \"solver\": { \"type\": \"heat-inverse\" } }");

    @Test
    void followsAlgorithm1() {
        assertEquals(train(false), train(true));
    }

    @Test
    void letsGoOfWhatItDrewAhead() {
        List<Integer> asked = Collections.synchronizedList(new ArrayList<>());
        List<INDArray> drawn = Collections.synchronizedList(new ArrayList<>());
        try (Parts parts = Parts.bind(Experiments.CATALOG, experiment);
                ExampleSource examples = ExampleSource.open(experiment, parts.problem());
                NetworkExecution network = open(parts);
                Algorithm algorithm = new ResidentAlgorithm(
                        parts,
                        new OnProcessor(parts, experiment, network),
                        watched(examples, asked, drawn),
                        Metrics.of(parts.problem(), examples))) {
            iterate(algorithm);
        }

        assertEquals(List.of(1, 2, 3, 4), asked);
        assertEquals(ITERATIONS + 1, drawn.size());
        assertTrue(drawn.stream().allMatch(INDArray::wasClosed));
    }

    private static ExampleSource watched(ExampleSource examples, List<Integer> asked, List<INDArray> drawn) {
        return (ExampleSource) Proxy.newProxyInstance(
                ExampleSource.class.getClassLoader(),
                new Class<?>[] {ExampleSource.class},
                (proxy, method, arguments) -> {
                    Object answer = method.invoke(examples, arguments);
                    if (method.getName().equals("causes")) {
                        asked.add((Integer) arguments[0]);
                        ((Optional<?>) answer).ifPresent(causes -> drawn.add((INDArray) causes));
                    }
                    return answer;
                });
    }

    /** Trains and tells what was measured, and the losses. */
    private List<String> train(boolean resident) {
        try (Parts parts = Parts.bind(Experiments.CATALOG, experiment);
                ExampleSource examples = ExampleSource.open(experiment, parts.problem());
                NetworkExecution network = open(parts);
                Algorithm algorithm = resident
                        ? new ResidentAlgorithm(
                                parts,
                                new OnProcessor(parts, experiment, network),
                                examples,
                                Metrics.of(parts.problem(), examples))
                        : new Algorithm1(experiment, parts, network, examples, Metrics.of(parts.problem(), examples))) {
            return iterate(algorithm);
        }
    }

    private static List<String> iterate(Algorithm algorithm) {
        List<String> measured = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public boolean wantsSample(int iteration) {
                return iteration == 2;
            }

            @Override
            public void sampled(Sample sample) {
                measured.add(
                        sample.batch().target().sumNumber() + " " + sample.x0().sumNumber() + " "
                                + sample.y0().sumNumber() + " "
                                + sample.gradient().sumNumber() + " "
                                + sample.batch().cause().orElseThrow().sumNumber());
            }
        };
        for (int iteration = 1; iteration <= ITERATIONS; iteration++) {
            Algorithm.Step step = algorithm.iterate(iteration, listener);
            assertEquals("", step.divergence());
            measured.add(step.record().metrics() + " " + step.record().trainingLoss() + " "
                    + step.record().solverCalls());
        }
        return measured;
    }

    private NetworkExecution open(Parts parts) {
        ComputationGraph graph = parts.newGraph(experiment.seed());
        parts.network().initialize(graph, new PhiloxStreams(experiment.seed(), 0).stream("initial-weights"));
        return parts.executor(experiment.executor(), graph)
                .executor()
                .open(graph, parts.problem().inputShape(), experiment.batchSize(), 1);
    }

    /** Whole iterations by an executor, here on the processor. */
    private static final class OnProcessor implements ResidentExecution {

        private final Parts parts;
        private final Experiment experiment;
        private final NetworkExecution network;
        private ResidentExecution.Sample sample;

        OnProcessor(Parts parts, Experiment experiment, NetworkExecution network) {
            this.parts = parts;
            this.experiment = experiment;
            this.network = network;
        }

        @Override
        public Measurement learnFromCauses(INDArray causes) {
            INDArray target = parts.problem().simulator().simulate(causes, Context.EMPTY);
            return learn(new Batch(target, Context.EMPTY, Optional.of(causes)));
        }

        @Override
        public Measurement learn(Batch batch) {
            Problem problem = parts.problem();
            INDArray x0 =
                    problem.cause(network.forward(problem.input(batch)), batch).dup();
            TrainingScheme.Result result = parts.scheme()
                    .gradient(
                            new TrainingScheme.Iteration(
                                    problem, parts.solver(), batch, new PhiloxStreams(experiment.seed(), 1)),
                            x0);
            network.backward(
                    problem.causeAdjoint(result.gradient(), batch).mul(Algorithm1.factor(experiment, problem)));
            sample = new ResidentExecution.Sample(batch.target(), x0, result.effect(), result.gradient());
            double[] metrics = problem.metrics(batch, x0, result.effect());
            return new Measurement(
                    Arrays.stream(metrics).boxed().toList(), result.loss(), result.solverCalls(), true, true);
        }

        @Override
        public ResidentExecution.Sample sample() {
            return sample;
        }

        @Override
        public INDArray forward(INDArray input) {
            return network.forward(input);
        }

        @Override
        public void backward(INDArray outputGradient) {
            network.backward(outputGradient);
        }

        @Override
        public void update() {
            network.update();
        }

        @Override
        public INDArray gradients() {
            return network.gradients();
        }

        @Override
        public void synchronize() {
            network.synchronize();
        }

        @Override
        public void close() {
            network.close();
        }
    }
}
