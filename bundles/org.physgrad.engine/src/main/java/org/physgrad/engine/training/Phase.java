package org.physgrad.engine.training;

/** The parts of an iteration whose times are told apart. */
public enum Phase {
    /** Drawing the mini-batch. */
    GENERATE,
    /** The network, forward. */
    FORWARD,
    /** Physics, inverse solver, loss and metrics. */
    PHYSICS,
    /** The network, backward. */
    BACKWARD,
    /** Network and physics together, where the executor computes whole iterations. */
    RESIDENT,
    /** The weight update. */
    UPDATE
}
