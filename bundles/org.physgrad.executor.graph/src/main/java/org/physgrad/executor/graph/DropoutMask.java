package org.physgrad.executor.graph;

import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.physgrad.api.RandomStreams;
import org.physgrad.math.BatchLoop;

/**
 * The factors of inverted dropout for one tensor, drawn anew for every forward pass: 1/p with the probability p to keep an entry, else 0, so that the expectation
 * stays what it was. The numbers of an example are a function of seed, iteration, layer and example alone.
 */
public final class DropoutMask {

    private final String purpose;
    private final double keep;
    private final int batch;
    private final int entries;

    /**
     * Prepares a mask.
     *
     * @param layer name of the layer whose input it falls on
     * @param number tells the masks of a plan apart: a layer may read several tensors
     * @param keep probability to keep an entry, above 0
     * @param batch number of examples
     * @param entries numbers of one example
     */
    public DropoutMask(String layer, int number, double keep, int batch, int entries) {
        this.purpose = "dropout/" + layer + "/" + number;
        this.keep = keep;
        this.batch = batch;
        this.entries = entries;
    }

    /**
     * Draws the factors.
     *
     * @param random the streams of this iteration
     * @param target takes the index of an example and its factors, in any order and from several threads at once
     */
    public void draw(RandomStreams random, BiConsumer<Integer, float[]> target) {
        float kept = (float) (1 / keep);
        BatchLoop.forEach(batch, example -> {
            RandomGenerator generator = random.stream(purpose, example);
            float[] mask = new float[entries];
            for (int i = 0; i < entries; i++) {
                mask[i] = generator.nextFloat() < keep ? kept : 0;
            }
            target.accept(example, mask);
        });
    }
}
