package org.physgrad.engine.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.Context;
import org.physgrad.api.ResidentExecution;
import org.physgrad.engine.data.ExampleSource;

/**
 * Algorithm 1 with network and physics in one place: only examples go there and measurements come back. The next examples are drawn meanwhile, where the run has
 * threads to spare; they depend on seed and iteration alone, so it makes no difference to them.
 */
final class ResidentAlgorithm implements Algorithm {

    private final Parts parts;
    private final ResidentExecution training;
    private final ExampleSource examples;
    private final Metrics metrics;
    private final ProcessorClock processor = new ProcessorClock();
    private Optional<Draw> ahead = Optional.empty();

    /** Causes that are being drawn for an iteration. */
    private record Draw(int iteration, ForkJoinTask<Optional<INDArray>> task) {

        void discard() {
            task.quietlyJoin();
            if (task.isCompletedNormally()) {
                task.join().ifPresent(INDArray::close);
            }
        }
    }

    ResidentAlgorithm(Parts parts, ResidentExecution training, ExampleSource examples, Metrics metrics) {
        this.parts = parts;
        this.training = training;
        this.examples = examples;
        this.metrics = metrics;
    }

    @Override
    public void forgetTime() {
        processor.read();
    }

    @Override
    public Step iterate(int iteration, TrainingListener listener) {
        try (IterationMemory memory = new IterationMemory()) {
            return iterate(iteration, memory, listener);
        }
    }

    @Override
    public void close() {
        ahead.ifPresent(Draw::discard);
        ahead = Optional.empty();
    }

    private Step iterate(int iteration, IterationMemory memory, TrainingListener listener) {
        PhaseClock clock = new PhaseClock();
        Optional<INDArray> causes = causes(iteration).map(memory::own);
        Optional<Batch> batch =
                causes.isPresent() ? Optional.empty() : Optional.of(memory.own(examples.batch(iteration)));
        if (causes.isPresent()) {
            ahead = Optional.of(new Draw(
                    iteration + 1,
                    ForkJoinTask.adapt(() -> examples.causes(iteration + 1)).fork()));
        }
        clock.end(Phase.GENERATE);

        ResidentExecution.Measurement measurement =
                batch.isPresent() ? training.learn(batch.get()) : training.learnFromCauses(causes.orElseThrow());
        if (listener.wantsSample(iteration)) {
            listener.sampled(sample(iteration, causes, batch, memory));
        }
        Map<String, Double> measured = metrics.named(measurement.metrics());
        String divergence = Algorithm.divergence(iteration, measured);
        if (divergence.isEmpty()) {
            divergence = Algorithm.divergence(iteration, measurement.finite(), measurement.weightsFinite());
        }
        clock.end(Phase.RESIDENT);
        if (divergence.isEmpty()) {
            training.update();
            clock.end(Phase.UPDATE);
        }
        IterationRecord record = new IterationRecord(
                iteration,
                clock.wallSeconds(),
                processor.read(),
                measurement.solverCalls(),
                measured,
                measurement.loss(),
                clock.secondsByPhase());
        return new Step(record, divergence);
    }

    private Optional<INDArray> causes(int iteration) {
        Optional<Draw> drawn = ahead;
        ahead = Optional.empty();
        if (drawn.filter(draw -> draw.iteration() == iteration).isPresent()) {
            return drawn.get().task().join();
        }
        drawn.ifPresent(Draw::discard);
        return examples.causes(iteration);
    }

    private Sample sample(int iteration, Optional<INDArray> causes, Optional<Batch> batch, IterationMemory memory) {
        ResidentExecution.Sample seen = training.sample();
        List.of(seen.target(), seen.x0(), seen.y0(), seen.gradient()).forEach(memory::own);
        Batch shown = batch.orElseGet(() -> new Batch(seen.target(), Context.EMPTY, causes));
        return new Sample(iteration, parts.problem(), shown, seen.x0(), seen.y0(), seen.gradient());
    }
}
