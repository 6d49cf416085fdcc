package org.physgrad.problem.fluid;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.math.BatchLoop;
import org.physgrad.math.Shapes;
import org.physgrad.math.Values;

/**
 * The metrics of the fluid problem, averaged over the batch. {@code loss} is the {@link FrequencyLoss}; {@code v0_l1} the sum over cells of
 * the length of v - v*, where v is the predicted initial velocity as the simulation uses it: free of divergence and carried to the faces
 * and back. So the true v* itself has about 367, not 0.
 */
final class FluidMetrics {

    /** Names of the metrics, in the order of {@link #measure}. */
    static final List<String> NAMES = List.of("loss", "v0_l1");

    private final FluidSimulator simulator;
    private final FrequencyLoss loss;

    FluidMetrics(FluidSimulator simulator, FrequencyLoss loss) {
        this.simulator = simulator;
        this.loss = loss;
    }

    /**
     * Measures predictions.
     *
     * @param batch observations and, where known, true causes
     * @param x predicted initial velocities, {@code [batch, n, n, 2]}
     * @param y their effects, {@code [batch, n, n]}
     * @return one number per name; {@code v0_l1} is NaN where the batch has no true causes
     */
    double[] measure(Batch batch, INDArray x, INDArray y) {
        return new double[] {
            loss.value(y, batch.target()).meanNumber().doubleValue(),
            batch.cause().map(cause -> velocityError(x, cause)).orElse(Double.NaN)
        };
    }

    private double velocityError(INDArray x, INDArray cause) {
        int size = Shapes.requireBatch("x", x, simulator.causeShape());
        double[] predicted = Values.of(x);
        double[] wanted = Values.of(cause);
        double[] sums = new double[size];
        BatchLoop.forEach(
                size,
                example -> simulator.rollouts().use(rollout -> {
                    sums[example] = velocityError(rollout, predicted, wanted, example);
                }));
        return Arrays.stream(sums).sum() / size;
    }

    private double velocityError(Rollout rollout, double[] predicted, double[] wanted, int example) {
        int cells = simulator.domain().cells();
        double[] vx = new double[cells];
        double[] vy = new double[cells];
        int offset = 2 * example * cells;
        rollout.stepper().start(predicted, offset, rollout.state());
        rollout.stepper().centre(rollout.state(), vx, vy);
        double sum = 0;
        for (int k = 0; k < cells; k++) {
            double dx = vx[k] - wanted[offset + 2 * k];
            double dy = vy[k] - wanted[offset + 2 * k + 1];
            sum += Math.sqrt(dx * dx + dy * dy);
        }
        return sum;
    }
}
