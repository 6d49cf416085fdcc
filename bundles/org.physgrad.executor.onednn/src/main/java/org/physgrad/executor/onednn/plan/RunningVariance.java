package org.physgrad.executor.onednn.plan;

import org.bytedeco.javacpp.FloatPointer;
import org.physgrad.executor.graph.RunningStatistics;

/**
 * The running variances of one normalization layer, out of however the flat parameters keep them.
 *
 * @param running where and how they are kept
 * @param numbers receives them
 * @param channels how many there are
 */
record RunningVariance(RunningStatistics running, FloatPointer numbers, int channels) {

    void read(float[] parameters) {
        int first = Math.toIntExact(running.variance());
        for (int channel = 0; channel < channels; channel++) {
            numbers.put(channel, (float) running.varianceOf(parameters[first + channel]));
        }
    }
}
