package org.physgrad.cli.arrays;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How often to call an inverse solver. */
final class SolverSteps {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "how often to call the solver, each time with the last result (default: ${DEFAULT-VALUE})")
    private int steps = 1;

    /**
     * How often.
     *
     * @throws ParameterException if that is not at least once
     */
    int count() {
        if (steps < 1) {
            throw new ParameterException(spec.commandLine(), "--steps is " + steps + ", expected at least 1");
        }
        return steps;
    }

    /** Says what was done, such as {@code 2 steps of l-bfgs}. */
    String of(String solver) {
        return steps + (steps == 1 ? " step of " : " steps of ") + solver;
    }
}
