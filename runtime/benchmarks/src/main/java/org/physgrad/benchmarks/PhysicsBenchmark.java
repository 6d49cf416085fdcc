package org.physgrad.benchmarks;

import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.physgrad.api.Batch;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Problem;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.ClassPathCatalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.math.PhiloxStreams;
import org.physgrad.ml.MlPlatform;

/** Generator, simulator, adjoint and inverse solver of each of the paper's problems, at the paper's size, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PhysicsBenchmark {

    private static final Map<String, Integer> BATCH_SIZES =
            Map.of("sine", 1000, "poisson", 128, "heat", 128, "fluid", 64);

    /** The problem, with its own inverse solver; their defaults are the paper's. */
    @Param({"sine", "poisson", "heat", "fluid"})
    public String problem;

    private final ForkJoinPool pool = new ForkJoinPool(1);
    private Part<Problem> problemPart;
    private Part<InverseSolver> solverPart;
    private int batchSize;
    private Batch batch;
    private INDArray x;
    private INDArray y;

    /** Draws the batch that all calls work on. */
    @Setup
    public void draw() {
        MlPlatform.start(1);
        Catalog catalog = ClassPathCatalog.of(PhysicsBenchmark.class.getClassLoader());
        problemPart = catalog.create(Kind.PROBLEM, problem, Map.of());
        solverPart = catalog.create(Kind.SOLVER, problem + "-inverse", Map.of());
        batchSize = BATCH_SIZES.get(problem);
        batch = sample();
        x = problemPart.get().cause(output(), batch);
        y = problemPart.get().simulator().simulate(x, batch.context());
    }

    /** Ends the thread that worked. */
    @TearDown
    public void close() {
        pool.shutdown();
        solverPart.close();
        problemPart.close();
    }

    /** Draws a batch. */
    @Benchmark
    public Batch generate() {
        return onOneThread(this::sample);
    }

    /** P(x). */
    @Benchmark
    public INDArray simulate() {
        return onOneThread(() -> problemPart.get().simulator().simulate(x, batch.context()));
    }

    /** P(x) and the gradient of the loss in x. */
    @Benchmark
    public INDArray differentiate() {
        return onOneThread(() -> {
            Problem p = problemPart.get();
            return p.simulator().adjoint(x, p.loss().gradient(y, batch.target()), batch.context());
        });
    }

    /** One call of the problem's own inverse solver. */
    @Benchmark
    public INDArray invert() {
        return onOneThread(() -> solverPart
                .get()
                .solve(InverseTask.of(problemPart.get(), batch), x, y)
                .x());
    }

    private Batch sample() {
        return problemPart.get().sample(batchSize, new PhiloxStreams(0, 1));
    }

    /** An untrained network's output: as good a place as any. */
    private INDArray output() {
        long[] shape = problemPart.get().outputShape();
        long[] all = new long[shape.length + 1];
        all[0] = batchSize;
        System.arraycopy(shape, 0, all, 1, shape.length);
        return Nd4j.rand(DataType.FLOAT, all);
    }

    private <T> T onOneThread(Supplier<T> work) {
        return pool.submit(work::get).join();
    }
}
