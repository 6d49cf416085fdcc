package org.physgrad.engine.training;

import java.util.Locale;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.NetworkExecution;
import org.physgrad.api.Problem;
import org.physgrad.api.RandomStreams;
import org.physgrad.api.Reduction;
import org.physgrad.api.TrainingScheme;
import org.physgrad.engine.data.ExampleSource;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.math.PhiloxStreams;
import org.physgrad.math.Values;

/**
 * One iteration of training (paper, Algorithm 1): draw observations, predict causes, let the scheme decide on dL/dx0, and carry that gradient back
 * through the network. Schemes differ in dL/dx0 alone. Here each part computes on the processor, and the executor wherever it likes.
 */
final class Algorithm1 implements Algorithm {

    private final Experiment experiment;
    private final Parts parts;
    private final NetworkExecution network;
    private final ExampleSource examples;
    private final Metrics metrics;
    private final GradientClip clip;
    private final double factor;
    private final ProcessorClock processor = new ProcessorClock();

    Algorithm1(Experiment experiment, Parts parts, NetworkExecution network, ExampleSource examples, Metrics metrics) {
        this.experiment = experiment;
        this.parts = parts;
        this.network = network;
        this.examples = examples;
        this.metrics = metrics;
        this.clip = new GradientClip(experiment.training().clip());
        this.factor = factor(experiment, parts.problem());
    }

    /** What the gradient of each example is multiplied with: the experiment's reduction over the batch, or the problem's. */
    static double factor(Experiment experiment, Problem problem) {
        String reduction = experiment.training().reduction();
        Reduction chosen = reduction.equals("problem")
                ? problem.reduction()
                : Reduction.valueOf(reduction.toUpperCase(Locale.ROOT));
        return chosen.factor(experiment.batchSize());
    }

    @Override
    public Step iterate(int iteration, TrainingListener listener) {
        try (IterationMemory memory = new IterationMemory()) {
            return iterate(iteration, memory, listener);
        }
    }

    @Override
    public void forgetTime() {
        processor.read();
    }

    private Step iterate(int iteration, IterationMemory memory, TrainingListener listener) {
        PhaseClock clock = new PhaseClock();
        Problem problem = parts.problem();
        RandomStreams random = new PhiloxStreams(experiment.seed(), iteration);
        Batch batch = memory.own(examples.batch(iteration));
        INDArray input = memory.own(problem.input(batch));
        clock.end(Phase.GENERATE);

        INDArray output = network.forward(input);
        memory.borrow(output);
        clock.end(Phase.FORWARD);

        INDArray x0 = memory.own(problem.cause(output, batch));
        TrainingScheme.Result result =
                parts.scheme().gradient(new TrainingScheme.Iteration(problem, parts.solver(), batch, random), x0);
        INDArray y0 = memory.own(result.effect());
        memory.own(result.gradient());
        if (listener.wantsSample(iteration)) {
            listener.sampled(new Sample(iteration, problem, batch, x0, y0, result.gradient()));
        }
        INDArray gradient = memory.own(clip.apply(result.gradient()));
        INDArray outputGradient = memory.own(problem.causeAdjoint(gradient, batch));
        if (factor != 1) {
            outputGradient.muli(factor);
        }
        Map<String, Double> measured = metrics.measure(batch, x0, y0);
        String divergence = divergence(iteration, outputGradient, measured);
        clock.end(Phase.PHYSICS);

        if (divergence.isEmpty()) {
            network.backward(outputGradient);
            divergence = weightDivergence(iteration, memory);
            clock.end(Phase.BACKWARD);
        }
        if (divergence.isEmpty()) {
            network.update();
            clock.end(Phase.UPDATE);
        }
        IterationRecord record = new IterationRecord(
                iteration,
                clock.wallSeconds(),
                processor.read(),
                result.solverCalls(),
                measured,
                result.loss(),
                clock.secondsByPhase());
        return new Step(record, divergence);
    }

    private static String divergence(int iteration, INDArray gradient, Map<String, Double> metrics) {
        String measured = Algorithm.divergence(iteration, metrics);
        return measured.isEmpty() ? Algorithm.divergence(iteration, Values.areFinite(gradient), true) : measured;
    }

    /** Undefined numbers inside a network need not show in its output: some ReLU kernels turn them into zeros. */
    private String weightDivergence(int iteration, IterationMemory memory) {
        return Algorithm.divergence(iteration, true, Values.areFinite(memory.own(network.gradients())));
    }
}
