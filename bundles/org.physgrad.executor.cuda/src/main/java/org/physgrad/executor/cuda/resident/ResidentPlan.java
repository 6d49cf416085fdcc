package org.physgrad.executor.cuda.resident;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.Problem;
import org.physgrad.api.ResidentExecution.Measurement;
import org.physgrad.api.ResidentExecution.Sample;
import org.physgrad.api.ResidentTask;
import org.physgrad.executor.cuda.device.Device;
import org.physgrad.executor.cuda.device.DeviceArray;
import org.physgrad.executor.cuda.device.Grid;
import org.physgrad.executor.cuda.device.Kernel;
import org.physgrad.executor.cuda.device.Recording;
import org.physgrad.executor.cuda.plan.CudaPlan;
import org.physgrad.executor.cuda.plan.Parameters;
import org.physgrad.math.Shapes;

/** Network and physics of one run as recordings: from examples to the gradients of the weights. */
public final class ResidentPlan {

    /** What {@code learn} says of an example beside its metrics: the loss, the solver's calls, whether something is undefined. */
    private static final int MORE = 3;

    private final Device device;
    private final CudaPlan network;
    private final int batchSize;
    private final int metrics;
    private final Transfer causes;
    private final Transfer targets;
    private final Transfer x0;
    private final Transfer y0;
    private final Transfer gradients;
    private final DeviceArray results;
    private final DoublePointer measured;
    private final Recording fromCauses;
    private final Recording fromTargets;
    private final Recording fromTargetsAlone;

    /**
     * Prepares a run.
     *
     * @param task the parts of the run
     * @param program their device code
     * @param device where it runs
     * @param network the network's plan, for training
     * @param parameters the network's parameters
     */
    public ResidentPlan(
            ResidentTask task, DeviceProgram program, Device device, CudaPlan network, Parameters parameters) {
        Problem problem = task.problem();
        this.device = device;
        this.network = network;
        this.batchSize = task.batchSize();
        this.metrics = problem.metricNames().size();
        DataType type = problem.simulator().precision();
        long[] causeShape = Shapes.withBatch(batchSize, problem.simulator().causeShape());
        long[] effectShape = Shapes.withBatch(batchSize, problem.simulator().effectShape());
        this.causes = new Transfer(device, type, causeShape);
        this.targets = new Transfer(device, type, effectShape);
        this.x0 = new Transfer(device, type, causeShape);
        this.y0 = new Transfer(device, type, effectShape);
        this.gradients = new Transfer(device, type, causeShape);
        this.results = device.allocate((long) (batchSize * (metrics + MORE) + 1) * Double.BYTES);
        this.measured = new DoublePointer(device.pinned(results.bytes()));
        Work work = new Work(task, program, parameters);
        this.fromCauses = device.record(() -> work.queue(true, causes.array()));
        this.fromTargets = device.record(() -> work.queue(false, causes.array()));
        this.fromTargetsAlone = device.record(() -> work.queue(false, null));
    }

    /** Queues an iteration. */
    private final class Work {

        private final Kernel observe;
        private final Kernel learn;
        private final Kernel check;
        private final DeviceArray tables;
        private final DeviceArray memory;
        private final Parameters parameters;
        private final double clip;
        private final float factor;

        Work(ResidentTask task, DeviceProgram program, Parameters parameters) {
            this.parameters = parameters;
            this.clip = task.clip();
            this.factor = (float) task.factor();
            this.observe = device.kernels().compile(program.source(), "observe");
            this.learn = device.kernels().compile(program.source(), "learn");
            this.check = device.kernels().compile(program.source(), "check");
            this.tables = device.allocate(Math.max(1, program.tables().length) * (long) Double.BYTES);
            this.memory = device.allocate((long) batchSize * program.work() * Double.BYTES);
            try (DoublePointer numbers = new DoublePointer(program.tables())) {
                device.upload(numbers, tables, (long) program.tables().length * Double.BYTES);
                device.await();
            }
        }

        void queue(boolean simulated, DeviceArray truths) {
            Grid grid = new Grid(batchSize, 1, 1, DeviceProgram.THREADS);
            observe.run(
                    device,
                    grid,
                    causes.array(),
                    targets.array(),
                    network.input().value(),
                    tables,
                    memory,
                    simulated ? 1 : 0);
            network.runForward();
            learn.run(
                    device,
                    grid,
                    network.output().value(),
                    targets.array(),
                    truths,
                    x0.array(),
                    y0.array(),
                    gradients.array(),
                    network.outputGradient(),
                    results,
                    tables,
                    memory,
                    clip,
                    factor);
            network.runBackward();
            DeviceArray verdict = new DeviceArray(results.address() + results.bytes() - Double.BYTES, Double.BYTES);
            check.run(
                    device,
                    new Grid(1, 1, 1, DeviceProgram.THREADS),
                    parameters.gradient(0),
                    verdict,
                    parameters.count());
            device.download(results, measured, results.bytes());
        }
    }

    /**
     * Makes an iteration up to the gradients of the weights.
     *
     * @param batch the mini-batch
     * @return what was measured
     */
    public Measurement learn(Batch batch) {
        targets.send(batch.target());
        batch.cause().ifPresent(causes::send);
        (batch.cause().isPresent() ? fromTargets : fromTargetsAlone).run();
        return measurement();
    }

    /**
     * Makes an iteration up to the gradients of the weights, with observations that are simulated first.
     *
     * @param truths true causes
     * @return what was measured
     */
    public Measurement learnFromCauses(INDArray truths) {
        causes.send(truths);
        fromCauses.run();
        return measurement();
    }

    private Measurement measurement() {
        device.await();
        double[] values = new double[batchSize * (metrics + MORE) + 1];
        measured.get(values);
        List<Double> averages = new ArrayList<>();
        for (int metric = 0; metric < metrics; metric++) {
            averages.add(average(values, metric));
        }
        boolean finite = IntStream.range(0, batchSize).allMatch(b -> values[b * (metrics + MORE) + metrics + 2] == 0);
        return new Measurement(
                averages, average(values, metrics), (int) values[metrics + 1], finite, values[values.length - 1] == 0);
    }

    private double average(double[] values, int column) {
        return IntStream.range(0, batchSize)
                        .mapToDouble(b -> values[b * (metrics + MORE) + column])
                        .sum()
                / batchSize;
    }

    /**
     * Fetches what the last iteration worked with.
     *
     * @return fresh arrays
     */
    public Sample sample() {
        return new Sample(targets.fetch(), x0.fetch(), y0.fetch(), gradients.fetch());
    }
}
