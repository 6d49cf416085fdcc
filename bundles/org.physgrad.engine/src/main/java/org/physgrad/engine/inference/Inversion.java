package org.physgrad.engine.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Solution;
import org.physgrad.api.Solution.Outcome;
import org.physgrad.api.Solution.Status;
import org.physgrad.math.StepOutcomes;
import org.physgrad.math.Values;

/**
 * Causes with their effects and losses, and their improvement by inverse solvers, x_k+1 = P^-1(y* | x_k, P(x_k)). An example whose x stops being finite stays where it was, and the others go on.
 */
public final class Inversion {

    private final InverseTask task;
    private final LossTrace trace;
    private final Outcome[] outcomes;
    private final int[] evaluations;
    private INDArray x;
    private INDArray y;

    /**
     * Starts an inversion.
     *
     * @param task what to solve
     * @param x0 first guesses, {@code [batch, causeShape...]}; not changed
     * @throws IllegalArgumentException if a shape does not fit; the message names both shapes
     */
    public Inversion(InverseTask task, INDArray x0) {
        this.trace = new LossTrace(task.loss());
        this.task = new InverseTask(task.simulator(), trace, task.target(), task.context());
        this.x = x0;
        this.y = task.simulator().simulate(x0, task.context());
        this.outcomes = new Outcome[Math.toIntExact(x0.size(0))];
        this.evaluations = new int[outcomes.length];
        Arrays.fill(outcomes, new Outcome(Status.STEPPED, Double.NaN, 0, ""));
        trace.value(y, task.target());
    }

    /**
     * Calls a solver once.
     *
     * @param solver the solver, one that does not refuse the problem
     */
    public void step(InverseSolver solver) {
        trace.beginStep(y);
        Solution solution = solver.solve(task, x, y);
        double[] before = Values.of(x);
        double[] after = Values.of(solution.x());
        int entries = before.length / outcomes.length;
        for (int example = 0; example < outcomes.length; example++) {
            Outcome outcome = solution.outcomes().get(example);
            boolean lost = outcomes[example].status() == Status.DIVERGED;
            boolean finite = StepOutcomes.isFinite(after, example * entries, entries);
            if (lost || !finite) {
                System.arraycopy(before, example * entries, after, example * entries, entries);
            }
            if (!lost) {
                evaluations[example] += outcome.evaluations();
                outcomes[example] = finite
                        ? outcome
                        : new Outcome(Status.DIVERGED, outcome.loss(), outcome.evaluations(), outcome.reason());
            }
        }
        INDArray lastY = y;
        x = Values.array(after, solution.x().dataType(), x.shape());
        y = task.simulator().simulate(x, task.context());
        lastY.close();
        trace.value(y, task.target());
    }

    /** The current guesses, {@code [batch, causeShape...]}; finite if the first ones were. */
    public INDArray x() {
        return x;
    }

    /** Their effects P(x), {@code [batch, effectShape...]}. */
    public INDArray y() {
        return y;
    }

    /** The losses on the way. */
    public LossTrace trace() {
        return trace;
    }

    /** How each example stands after the last step, with its current loss and all its evaluations. */
    public List<Outcome> outcomes() {
        double[] last = trace.last();
        List<Outcome> result = new ArrayList<>();
        for (int example = 0; example < outcomes.length; example++) {
            Outcome outcome = outcomes[example];
            result.add(new Outcome(outcome.status(), last[example], evaluations[example], outcome.reason()));
        }
        return result;
    }
}
