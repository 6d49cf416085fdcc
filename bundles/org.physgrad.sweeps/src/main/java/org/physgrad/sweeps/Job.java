package org.physgrad.sweeps;

import java.util.Map;
import org.physgrad.engine.experiment.Experiment;

/**
 * One run of a sweep.
 *
 * @param name its name, also of its run folder
 * @param group name of the runs that differ from it in the seed alone
 * @param settings label of each varied setting by path, in the order of the sweep's file
 * @param experiment what to run, with every default
 */
public record Job(String name, String group, Map<String, String> settings, Experiment experiment) {}
