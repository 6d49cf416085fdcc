package org.physgrad.executor.onednn.plan;

import java.util.Optional;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Mean and variance of one batch normalization layer, and their running averages in the flat parameters. DL4J treats the change of a running average as
 * a gradient that is subtracted as it is: {@code (1 - decay) (running - batch)}.
 */
public final class BatchStatistics {

    private static final double LOG10_STD = 1 / (2 * Math.log(10));

    /**
     * Where and how a layer keeps its running averages.
     *
     * @param mean start of the means in the flat parameters
     * @param variance start of the variances, or of log10 of the standard deviations
     * @param logarithmic whether it is the latter
     * @param decay share of the old average that is kept
     */
    public record Running(long mean, long variance, boolean logarithmic, double decay) {

        /** The running variance that a parameter stands for. */
        double varianceOf(float parameter) {
            return logarithmic ? Math.pow(10, 2 * (double) parameter) : parameter;
        }
    }

    private final Optional<FloatPointer> shift;
    private final FloatPointer mean;
    private final FloatPointer variance;
    private final Running running;
    private final float[] batchShift;
    private final float[] batchMean;
    private final float[] batchVariance;

    BatchStatistics(memory mean, memory variance, Optional<memory> shift, int channels, Running running) {
        this.shift = shift.map(memory::get_data_handle).map(FloatPointer::new);
        this.mean = new FloatPointer(mean.get_data_handle());
        this.variance = new FloatPointer(variance.get_data_handle());
        this.running = running;
        this.batchShift = new float[channels];
        this.batchMean = new float[channels];
        this.batchVariance = new float[channels];
    }

    void writeChanges(float[] parameters, float[] gradients) {
        shift.ifPresent(values -> values.get(batchShift));
        mean.get(batchMean);
        variance.get(batchVariance);
        double share = 1 - running.decay();
        int means = Math.toIntExact(running.mean());
        int variances = Math.toIntExact(running.variance());
        for (int c = 0; c < batchMean.length; c++) {
            gradients[means + c] = (float) ((parameters[means + c] - (batchMean[c] + batchShift[c])) * share);
            float kept = parameters[variances + c];
            gradients[variances + c] = (float)
                    (running.logarithmic()
                            ? logarithmicChange(running.varianceOf(kept), batchVariance[c], share)
                            : (kept - batchVariance[c]) * share);
        }
    }

    /** {@code log10 std(t) - log10 std(t+1)}, where the variance itself is averaged. */
    private static double logarithmicChange(double old, double batchVariance, double share) {
        return Math.log(old / ((1 - share) * old + share * batchVariance)) * LOG10_STD;
    }
}
