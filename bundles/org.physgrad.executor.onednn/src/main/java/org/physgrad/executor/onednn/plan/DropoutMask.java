package org.physgrad.executor.onednn.plan;

import java.util.random.RandomGenerator;
import org.bytedeco.javacpp.FloatPointer;
import org.physgrad.api.RandomStreams;
import org.physgrad.math.BatchLoop;

/**
 * The factors of inverted dropout for one tensor, drawn anew for every forward pass: 1/p with the probability p to keep an entry, else 0, so that the expectation
 * stays what it was. The numbers of an example are a function of seed, iteration, layer and example alone.
 */
final class DropoutMask {

    private final String purpose;
    private final double keep;
    private final int batch;
    private final FloatPointer factors;

    /**
     * Prepares a mask.
     *
     * @param layer name of the layer whose input it falls on
     * @param number tells the masks of a plan apart: a layer may read several tensors
     * @param keep probability to keep an entry, above 0
     * @param batch number of examples
     * @param factors where the mask lies, one example after the other
     */
    DropoutMask(String layer, int number, double keep, int batch, FloatPointer factors) {
        this.purpose = "dropout/" + layer + "/" + number;
        this.keep = keep;
        this.batch = batch;
        this.factors = factors;
    }

    void draw(RandomStreams random) {
        int entries = Math.toIntExact(factors.capacity() / batch);
        float kept = (float) (1 / keep);
        BatchLoop.forEach(batch, example -> {
            RandomGenerator generator = random.stream(purpose, example);
            float[] mask = new float[entries];
            for (int i = 0; i < entries; i++) {
                mask[i] = generator.nextFloat() < keep ? kept : 0;
            }
            factors.getPointer((long) example * entries).put(mask);
        });
    }
}
