package org.physgrad.executor.graph;

import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;

/**
 * Where and how a batch normalization keeps its running averages. DL4J treats the change of a running average as a gradient that is subtracted as it is:
 * {@code (1 - decay) (running - batch)}.
 *
 * @param mean start of the means in the flat parameters
 * @param variance start of the variances, or of log10 of the standard deviations
 * @param logarithmic whether it is the latter
 * @param decay share of the old average that is kept
 */
public record RunningStatistics(long mean, long variance, boolean logarithmic, double decay) {

    private static final double LOG10_STD = 1 / (2 * Math.log(10));

    /**
     * Finds the statistics of a layer.
     *
     * @param layer its configuration
     * @param vertex where it stands
     * @return the places of its averages
     */
    public static RunningStatistics of(BatchNormalization layer, Vertex<?> vertex) {
        String variance = layer.isUseLogStd()
                ? BatchNormalizationParamInitializer.GLOBAL_LOG_STD
                : BatchNormalizationParamInitializer.GLOBAL_VAR;
        return new RunningStatistics(
                vertex.offset(BatchNormalizationParamInitializer.GLOBAL_MEAN),
                vertex.offset(variance),
                layer.isUseLogStd(),
                layer.getDecay());
    }

    /**
     * Tells the running variance that a parameter stands for.
     *
     * @param parameter entry of the flat parameters
     * @return the variance
     */
    public double varianceOf(float parameter) {
        return logarithmic ? Math.pow(10, 2 * (double) parameter) : parameter;
    }

    /**
     * Computes what to subtract from a running mean.
     *
     * @param parameter the running mean
     * @param batchMean mean of the batch
     * @return minus the change
     */
    public float meanChange(float parameter, float batchMean) {
        return (float) ((parameter - batchMean) * (1 - decay));
    }

    /**
     * Computes what to subtract from the entry of a running variance.
     *
     * @param parameter the running variance, or log10 of its root
     * @param batchVariance variance of the batch
     * @return minus the change of the entry
     */
    public float varianceChange(float parameter, float batchVariance) {
        double share = 1 - decay;
        return (float)
                (logarithmic
                        ? logarithmicChange(varianceOf(parameter), batchVariance, share)
                        : (parameter - batchVariance) * share);
    }

    /** {@code log10 std(t) - log10 std(t+1)}, where the variance itself is averaged. */
    private static double logarithmicChange(double old, double batchVariance, double share) {
        return Math.log(old / ((1 - share) * old + share * batchVariance)) * LOG10_STD;
    }
}
