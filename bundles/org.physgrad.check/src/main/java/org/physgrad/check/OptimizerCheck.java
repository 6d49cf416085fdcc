package org.physgrad.check;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.physgrad.api.WeightOptimizer;
import org.physgrad.math.StepOutcomes;
import org.physgrad.math.Values;
import org.physgrad.ml.MlPlatform;

/** Checks the contract of weight optimizers on a small convex function, f(w) = 1/2 sum c w^2 with curvatures c. */
public final class OptimizerCheck {

    private static final double[] CURVATURES = {1, 0.3, 0.1, 0.5};
    private static final double[] START = {1, -1, 2, -0.5};
    private static final int STEPS = 100;

    private final WeightOptimizer optimizer;
    private final Clauses clauses = new Clauses();

    private OptimizerCheck(WeightOptimizer optimizer) {
        this.optimizer = optimizer;
    }

    /**
     * Runs an optimizer and checks what it does.
     *
     * @param optimizer the optimizer
     * @return the clauses of the contract
     */
    public static List<Clause> run(WeightOptimizer optimizer) {
        OptimizerCheck check = new OptimizerCheck(optimizer);
        check.clauses.attempt("describes an update rule", optimizer::updater).ifPresent(check::check);
        return check.clauses.list();
    }

    private void check(IUpdater rule) {
        clauses.add(
                "the same rule at each call",
                rule.equals(optimizer.updater()),
                () -> "two calls give rules that differ; does the rule define equals?");
        clauses.attempt("the rule survives storage", () -> stored(rule))
                .ifPresent(copy -> clauses.add(
                        "the stored rule is the same one",
                        rule.equals(copy),
                        () -> "it differs when it is read back; annotate its fields for Jackson"));
        clauses.attempt("makes steps", () -> path(rule, STEPS, null)).ifPresent(weights -> {
            clauses.add(
                    "weights stay finite",
                    StepOutcomes.isFinite(weights, 0, weights.length),
                    () -> "after " + STEPS + " steps they are " + Arrays.toString(weights));
            clauses.add(
                    "descends",
                    value(weights) < value(START),
                    () -> "a convex function rises from " + value(START) + " to " + value(weights) + " in " + STEPS
                            + " steps");
            clauses.add(
                    "the same gradients give the same weights",
                    Arrays.equals(weights, path(optimizer.updater(), STEPS, null)),
                    () -> "two runs differ");
            clauses.add(
                    "all memory is in the state that checkpoints keep",
                    Arrays.equals(weights, path(rule, STEPS, optimizer.updater())),
                    () -> "a rule that takes over the state half way goes another way than one that goes on");
        });
    }

    private IUpdater stored(IUpdater rule) throws JsonProcessingException {
        String json = NeuralNetConfiguration.mapper().writeValueAsString(rule);
        AtomicReference<IUpdater> copy = new AtomicReference<>();
        // The rule of a plug-in is looked up by name, in the loader of the optimizer.
        MlPlatform.withContextClassLoader(optimizer.getClass().getClassLoader(), () -> {
            try {
                copy.set(NeuralNetConfiguration.mapper().readValue(json, IUpdater.class));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e.getOriginalMessage(), e);
            }
        });
        return copy.get();
    }

    /**
     * Follows the gradient.
     *
     * @param successor takes over half way with the state alone; nobody if null
     */
    private static double[] path(IUpdater rule, int steps, IUpdater successor) {
        long entries = rule.stateSize(START.length);
        INDArray state = entries == 0 ? null : Nd4j.zeros(DataType.DOUBLE, 1, entries);
        GradientUpdater<?> updater = rule.instantiate(state, true);
        INDArray weights = Nd4j.createFromArray(START);
        INDArray curvatures = Nd4j.createFromArray(CURVATURES);
        for (int step = 0; step < steps; step++) {
            if (successor != null && step == steps / 2) {
                updater = successor.instantiate(state, false);
            }
            INDArray gradient = weights.mul(curvatures);
            updater.applyUpdater(gradient, step, 0);
            weights.subi(gradient);
        }
        return Values.of(weights);
    }

    private static double value(double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += 0.5 * CURVATURES[i] * weights[i] * weights[i];
        }
        return sum;
    }
}
