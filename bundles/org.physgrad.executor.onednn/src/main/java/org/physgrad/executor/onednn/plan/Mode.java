package org.physgrad.executor.onednn.plan;

/** What a plan is for. */
public enum Mode {
    /** Forward and backward: normalization by the statistics of the batch, dropout at random. */
    TRAINING,

    /** Forward only: normalization by running statistics, no dropout. */
    INFERENCE
}
