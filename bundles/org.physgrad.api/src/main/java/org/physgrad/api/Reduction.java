package org.physgrad.api;

/** How the losses of a mini-batch become the one number that is differentiated. */
public enum Reduction {
    /** The sum over the batch: gradients grow with the batch size. */
    SUM,
    /** The mean over the batch. */
    MEAN;

    /**
     * Gives the factor in front of the sum over the batch.
     *
     * @param batchSize number of examples
     * @return 1 for the sum, 1 / batchSize for the mean
     */
    public double factor(int batchSize) {
        return this == SUM ? 1.0 : 1.0 / batchSize;
    }
}
