package org.physgrad.problem.fluid;

import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Context;
import org.physgrad.api.Evolution;
import org.physgrad.api.Linearization;
import org.physgrad.api.Simulator;
import org.physgrad.math.BatchLoop;
import org.physgrad.math.Pool;
import org.physgrad.math.Shapes;
import org.physgrad.math.Values;

/**
 * A marker m carried by an inviscid, incompressible fluid in a periodic square of 128 x 128 units: P(v0) = m(t) for a given m(0) (paper,
 * section 3.4). The cause is the initial velocity at the centres of the cells, {@code [n, n, 2]} in units per time; it is carried to the
 * faces of the staggered grid and made free of divergence before the first step. The context {@code m0} is the initial marker, {@code [n,
 * n]}, the effect the marker at the end.
 *
 * <p>{@link #linearize} keeps velocity and marker before each step and at the end, and repeats within a step what the adjoint needs beside:
 * 24 n^2 bytes for each example and state, 96 KiB for 64 x 64 cells.
 */
public final class FluidSimulator implements Simulator {

    /** Name of the context array that holds the initial marker. */
    public static final String INITIAL_MARKER = "m0";

    private final Domain domain;
    private final int steps;
    private final double duration;
    private final Pool<Rollout> rollouts;

    /** The latest run, because training with the estimator asks for it twice in a row. */
    private volatile Run latest;

    FluidSimulator(
            Domain domain,
            int steps,
            double duration,
            FluidProblem.ProjectionMethod projection,
            FluidProblem.Energy energy) {
        this.domain = domain;
        this.steps = steps;
        this.duration = duration;
        this.rollouts = new Pool<>(() -> new Rollout(
                domain,
                new FluidStepper(
                        domain,
                        duration / steps,
                        projection.solver(domain),
                        new EnergyNormalisation(energy == FluidProblem.Energy.component))));
    }

    @Override
    public long[] causeShape() {
        return new long[] {domain.resolution(), domain.resolution(), 2};
    }

    @Override
    public long[] effectShape() {
        return new long[] {domain.resolution(), domain.resolution()};
    }

    @Override
    public Map<String, long[]> contextShapes() {
        return Map.of(INITIAL_MARKER, effectShape());
    }

    @Override
    public INDArray simulate(INDArray x, Context context) {
        Run run = run(x, context);
        return effect(run.effect(), x.size(0));
    }

    @Override
    public INDArray adjoint(INDArray x, INDArray cotangent, Context context) {
        return linearize(x, context).adjoint(cotangent);
    }

    @Override
    public Linearization linearize(INDArray x, Context context) {
        int size = requireInput(x, context);
        double[] velocities = Values.of(x);
        double[] markers = Values.of(context.get(INITIAL_MARKER));
        double[] effects = new double[markers.length];
        Trajectory[] trajectories = new Trajectory[size];
        BatchLoop.forEach(
                size,
                example -> rollouts.use(rollout -> {
                    trajectories[example] =
                            Trajectory.of(rollout.stepper(), steps, domain, velocities, markers, example);
                    copy(trajectories[example].end().marker(), effects, example * domain.cells());
                }));
        INDArray value = effect(effects, size);
        return new Linearization() {
            @Override
            public INDArray value() {
                return value;
            }

            @Override
            public INDArray adjoint(INDArray cotangent) {
                return FluidSimulator.this.adjoint(trajectories, cotangent);
            }
        };
    }

    @Override
    public Optional<Evolution> evolve(INDArray x, Context context) {
        int size = requireInput(x, context);
        double[] velocities = Values.of(x);
        double[] markers = Values.of(context.get(INITIAL_MARKER));
        FluidEvolution evolution = new FluidEvolution(size, steps, domain.cells());
        BatchLoop.forEach(
                size,
                example -> rollouts.use(rollout -> {
                    rollout.start(velocities, markers, example);
                    evolution.record(rollout, new StaggeredGrid(domain.resolution()), example);
                }));
        return Optional.of(evolution.toEvolution(duration / steps, domain.resolution()));
    }

    private INDArray adjoint(Trajectory[] trajectories, INDArray cotangent) {
        int size = trajectories.length;
        Shapes.requireBatch("the cotangent", cotangent, effectShape());
        Shapes.requireSize("the cotangent", cotangent, size);
        double[] cotangents = Values.of(cotangent);
        double[] gradient = new double[2 * cotangents.length];
        BatchLoop.forEach(
                size,
                example -> rollouts.use(
                        rollout -> trajectories[example].adjoint(rollout.stepper(), cotangents, gradient, example)));
        return Values.array(gradient, DataType.DOUBLE, Shapes.withBatch(size, causeShape()));
    }

    /** Runs the batch, or remembers the run if it was the latest. */
    Run run(INDArray x, Context context) {
        int size = requireInput(x, context);
        double[] velocities = Values.of(x);
        double[] markers = Values.of(context.get(INITIAL_MARKER));
        Run known = latest;
        if (known != null && known.isOf(velocities, markers)) {
            return known;
        }
        Run run = new Run(
                velocities,
                markers,
                new double[markers.length],
                new double[velocities.length],
                new Vec[size][steps + 1]);
        BatchLoop.forEach(size, example -> rollouts.use(rollout -> run(rollout, run, example)));
        latest = run;
        return run;
    }

    private void run(Rollout rollout, Run run, int example) {
        rollout.start(run.x(), run.m0(), example);
        run.centres()[example] = centres(rollout);
        int cells = domain.cells();
        copy(rollout.state().marker(), run.effect(), example * cells);
        copy(rollout.state().vx(), run.velocity(), 2 * example * cells);
        copy(rollout.state().vy(), run.velocity(), (2 * example + 1) * cells);
    }

    /** Makes all steps and notes the marker's centre of mass before the first and after each. */
    Vec[] centres(Rollout rollout) {
        Vec[] centres = new Vec[steps + 1];
        centres[0] = Vec.centreOfMass(domain, rollout.state().marker(), 0);
        for (int step = 1; step <= steps; step++) {
            rollout.advance();
            centres[step] = Vec.centreOfMass(domain, rollout.state().marker(), 0);
        }
        return centres;
    }

    private int requireInput(INDArray x, Context context) {
        int size = Shapes.requireBatch("x", x, causeShape());
        INDArray m0 = context.get(INITIAL_MARKER);
        Shapes.requireBatch(INITIAL_MARKER, m0, effectShape());
        Shapes.requireSize(INITIAL_MARKER, m0, size);
        return size;
    }

    private INDArray effect(double[] markers, long size) {
        return Values.array(markers, DataType.DOUBLE, Shapes.withBatch(size, effectShape()));
    }

    private static void copy(double[] from, double[] to, int offset) {
        System.arraycopy(from, 0, to, offset, from.length);
    }

    Domain domain() {
        return domain;
    }

    int steps() {
        return steps;
    }

    double duration() {
        return duration;
    }

    Pool<Rollout> rollouts() {
        return rollouts;
    }
}
