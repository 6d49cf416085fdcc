package org.physgrad.engine.training;

import java.util.Map;

/**
 * How the network answers the examples that are kept from training.
 *
 * @param iteration number of iterations that went into the network
 * @param examples number of those examples
 * @param metrics the problem's metrics, averaged over all of them, by name in the problem's order
 */
public record ValidationRecord(int iteration, int examples, Map<String, Double> metrics) {}
