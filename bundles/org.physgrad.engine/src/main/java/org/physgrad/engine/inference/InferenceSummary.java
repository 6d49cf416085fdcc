package org.physgrad.engine.inference;

import org.physgrad.api.Solution.Status;

/** How well answers explain their observations, summed up over all slices. */
public final class InferenceSummary {

    private long examples;
    private long diverged;
    private final Mean before = new Mean();
    private final Mean after = new Mean();

    InferenceSummary() {}

    void add(Answer answer) {
        examples += answer.after().size();
        diverged += answer.outcomes().stream()
                .filter(outcome -> outcome.status() == Status.DIVERGED)
                .count();
        answer.before().forEach(before::add);
        answer.after().forEach(after::add);
    }

    /** Number of observations answered. */
    public long examples() {
        return examples;
    }

    /** How many of them refinement lost; their answers are those before that. */
    public long diverged() {
        return diverged;
    }

    /** Means over the examples, of the network's answers. */
    public Fit before() {
        return before.over(examples);
    }

    /** Means over the examples, of the final answers. */
    public Fit after() {
        return after.over(examples);
    }

    private static final class Mean {

        private double loss;
        private double residual;

        void add(Fit fit) {
            loss += fit.loss();
            residual += fit.residual();
        }

        Fit over(long count) {
            return new Fit(loss / count, residual / count);
        }
    }
}
