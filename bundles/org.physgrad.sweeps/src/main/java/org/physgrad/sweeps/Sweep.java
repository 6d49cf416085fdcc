package org.physgrad.sweeps;

import java.util.List;

/**
 * The runs of a sweep.
 *
 * @param name name for people and for the folder
 * @param jobs the runs, names unique
 * @param at iterations that the summary looks at, ascending; the last iteration is always looked at
 * @param window iterations of the trailing mean that curves are smoothed with, 1 for none
 */
public record Sweep(String name, List<Job> jobs, List<Integer> at, int window) {

    /** Names of the groups, in the order of the jobs. */
    public List<String> groups() {
        return jobs.stream().map(Job::group).distinct().toList();
    }

    /**
     * The runs that differ in the seed alone.
     *
     * @param group one of {@link #groups}
     * @return its jobs
     */
    public List<Job> jobs(String group) {
        return jobs.stream().filter(job -> job.group().equals(group)).toList();
    }
}
