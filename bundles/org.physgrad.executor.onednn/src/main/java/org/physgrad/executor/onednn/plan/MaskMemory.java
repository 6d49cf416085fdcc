package org.physgrad.executor.onednn.plan;

import org.bytedeco.javacpp.FloatPointer;
import org.physgrad.api.RandomStreams;
import org.physgrad.executor.graph.DropoutMask;

/**
 * A mask of dropout and where it lies.
 *
 * @param mask draws the factors
 * @param entries numbers of one example
 * @param factors receives them, one example after the other
 */
record MaskMemory(DropoutMask mask, int entries, FloatPointer factors) {

    void draw(RandomStreams random) {
        mask.draw(
                random,
                (example, drawn) -> factors.getPointer((long) example * entries).put(drawn));
    }
}
