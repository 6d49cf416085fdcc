package org.physgrad.sweeps;

/** The script of a Slurm job array: one task per job of a sweep. */
public final class SlurmScript {

    private SlurmScript() {}

    /**
     * Writes the script.
     *
     * @param sweep the sweep
     * @param program path of the program's start script
     * @param folder absolute path of the sweep's folder
     * @param threads processor threads of each task
     * @param jobs tasks that may run at the same time
     * @return its text
     */
    public static String of(Sweep sweep, String program, String folder, int threads, int jobs) {
        return """
                #!/bin/sh
                #SBATCH --job-name=%s
                #SBATCH --array=0-%d%%%d
                #SBATCH --cpus-per-task=%d
                #SBATCH --output=%s/slurm-%%a.log
                #SBATCH --requeue
                # One task per job of the sweep; a task that is run again goes on from its checkpoint.
                # When all have ended, the command that wrote this script, without --launcher, makes the summary.
                export PHYSGRAD_THREADS=%d
                exec %s sweep-worker %s --index "$SLURM_ARRAY_TASK_ID"
                """.formatted(
                        sweep.name().replaceAll("[^A-Za-z0-9._-]", "-"),
                        sweep.jobs().size() - 1,
                        jobs,
                        threads,
                        folder.replace(" ", "\\ "),
                        threads,
                        quote(program),
                        quote(folder));
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
