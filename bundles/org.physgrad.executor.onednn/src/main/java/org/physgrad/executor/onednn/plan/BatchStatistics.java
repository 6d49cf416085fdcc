package org.physgrad.executor.onednn.plan;

import java.util.Optional;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.physgrad.executor.graph.RunningStatistics;

/** Mean and variance of one batch normalization layer, and their running averages in the flat parameters. */
final class BatchStatistics {

    private final Optional<FloatPointer> shift;
    private final FloatPointer mean;
    private final FloatPointer variance;
    private final RunningStatistics running;
    private final float[] batchShift;
    private final float[] batchMean;
    private final float[] batchVariance;

    BatchStatistics(memory mean, memory variance, Optional<memory> shift, int channels, RunningStatistics running) {
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
        int means = Math.toIntExact(running.mean());
        int variances = Math.toIntExact(running.variance());
        for (int c = 0; c < batchMean.length; c++) {
            gradients[means + c] = running.meanChange(parameters[means + c], batchMean[c] + batchShift[c]);
            gradients[variances + c] = running.varianceChange(parameters[variances + c], batchVariance[c]);
        }
    }
}
