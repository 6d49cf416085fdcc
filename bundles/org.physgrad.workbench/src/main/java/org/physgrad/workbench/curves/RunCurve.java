package org.physgrad.workbench.curves;

import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.run.RunMetrics;

/**
 * A run to be drawn.
 *
 * @param name its name for people
 * @param experiment what it runs
 * @param metrics what it measured so far
 * @param validation what it measured with examples kept from training
 */
record RunCurve(String name, Experiment experiment, RunMetrics metrics, RunMetrics validation) {}
