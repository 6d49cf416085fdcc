package org.example.wave;

import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Context;
import org.physgrad.api.Evolution;
import org.physgrad.api.Simulator;
import org.physgrad.math.BatchLoop;
import org.physgrad.math.Shapes;
import org.physgrad.math.Values;

/** What the water looks like after some steps: heights x, {@code [batch, n, n]}, released at rest, become heights y of the same shape. */
public final class WaveSimulator implements Simulator {

    private static final int FRAMES = 24;

    private final int n;
    private final int steps;
    private final Basin basin;

    WaveSimulator(int n, int steps, double courant, double shelving) {
        this.n = n;
        this.steps = steps;
        this.basin = new Basin(n, courant, shelving);
    }

    /** One step of the recurrence without the state before: B or its transpose. */
    @FunctionalInterface
    private interface Operator {
        void apply(double[] u, double[] result);
    }

    /** Takes the state after each step. */
    @FunctionalInterface
    private interface Observer {
        void state(int step, double[] u);
    }

    @Override
    public long[] causeShape() {
        return new long[] {n, n};
    }

    @Override
    public long[] effectShape() {
        return causeShape();
    }

    @Override
    public INDArray simulate(INDArray x, Context context) {
        Shapes.requireBatch("x", x, causeShape());
        return run(x, basin::apply);
    }

    @Override
    public INDArray adjoint(INDArray x, INDArray cotangent, Context context) {
        Shapes.requireBatch("x", x, causeShape());
        Shapes.requireSame("the cotangent", cotangent, "x", x);
        return run(cotangent, basin::applyTransposed);
    }

    /** What has been, every few steps. */
    @Override
    public Optional<Evolution> evolve(INDArray x, Context context) {
        int size = Shapes.requireBatch("x", x, causeShape());
        int stride = Math.max(1, steps / FRAMES);
        int frames = 1 + steps / stride;
        // The last frame is that of the effect.
        int first = steps - (frames - 1) * stride;
        double[] start = Values.of(x);
        double[] film = new double[size * frames * basin.cells()];
        BatchLoop.forEach(
                size,
                example -> advance(start, example, basin::apply, (step, u) -> {
                    if (step >= first && (step - first) % stride == 0) {
                        int frame = example * frames + (step - first) / stride;
                        System.arraycopy(u, 0, film, frame * basin.cells(), basin.cells());
                    }
                }));
        INDArray heights = Values.array(film, DataType.DOUBLE, size, frames, n, n);
        return Optional.of(new Evolution(stride, Map.of("height", heights)));
    }

    private INDArray run(INDArray heights, Operator operator) {
        double[] values = Values.of(heights);
        BatchLoop.forEach((int) heights.size(0), example -> {
            double[] last = advance(values, example, operator, (step, u) -> {});
            System.arraycopy(last, 0, values, example * basin.cells(), basin.cells());
        });
        return Values.array(values, DataType.DOUBLE, heights.shape());
    }

    private double[] advance(double[] start, int example, Operator operator, Observer observer) {
        double[] before = new double[basin.cells()];
        double[] now = new double[basin.cells()];
        System.arraycopy(start, example * basin.cells(), now, 0, basin.cells());
        double[] product = new double[basin.cells()];
        observer.state(0, now);
        for (int step = 1; step <= steps; step++) {
            operator.apply(now, product);
            double factor =
                    step == 1 ? 1 : 2; // released at rest: as if it had been, and will be, the same on both sides
            for (int cell = 0; cell < before.length; cell++) {
                before[cell] = factor * product[cell] - before[cell];
            }
            double[] next = before;
            before = now;
            now = next;
            observer.state(step, now);
        }
        return now;
    }
}
