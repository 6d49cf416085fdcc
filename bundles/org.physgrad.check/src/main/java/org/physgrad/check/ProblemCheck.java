package org.physgrad.check;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.Context;
import org.physgrad.api.Linearization;
import org.physgrad.api.Problem;
import org.physgrad.api.RandomStreams;
import org.physgrad.api.Simulator;
import org.physgrad.math.Shapes;
import org.physgrad.math.Values;

/** Checks problems, on batches of their own generator. */
public final class ProblemCheck {

    /** How far the adjoint of a linearization may be from the adjoint product, and examples from themselves in other company. */
    private static final double ROUNDING = 1e-5;

    private final Problem problem;
    private final Simulator simulator;
    private final int size;
    private final Clauses clauses = new Clauses();

    private ProblemCheck(Problem problem, int size) {
        this.problem = problem;
        this.simulator = problem.simulator();
        this.size = size;
    }

    /**
     * Checks all gradients that training through a problem is made of: the simulator, the loss, and the way from network output to causes.
     *
     * @param problem the problem
     * @param size number of examples, at least 1
     * @param directions number of random directions, at least 1
     * @param random where examples and directions come from
     * @return one report each
     */
    public static List<GradientReport> gradients(Problem problem, int size, int directions, RandomStreams random) {
        Batch batch = problem.sample(size, random);
        INDArray x = TestPoints.causes(problem, batch, random);
        INDArray y = problem.simulator().simulate(x, batch.context());
        GradientCheck check = new GradientCheck(directions, random);
        return List.of(
                check.check("simulator y = P(x)", Differentiable.simulator(problem, batch), x),
                check.check("loss L(y, y*)", Differentiable.loss(problem, batch), y),
                check.check(
                        "cause x0 of the network output",
                        Differentiable.cause(problem, batch),
                        TestPoints.outputs(problem, batch, random)));
    }

    /**
     * Checks everything but the gradients: shapes, precision, determinism, independence of examples.
     *
     * @param problem the problem
     * @param size number of examples, at least 2
     * @param random where examples come from; the same streams at each call
     * @return the clauses of the contract
     */
    public static List<Clause> contract(Problem problem, int size, RandomStreams random) {
        ProblemCheck check = new ProblemCheck(problem, size);
        check.clauses
                .attempt("draws a batch", () -> problem.sample(size, random))
                .ifPresent(batch -> check.run(batch, random));
        return check.clauses.list();
    }

    private void run(Batch batch, RandomStreams random) {
        checkBatch(batch, random);
        if (!clauses.anyFailed()) {
            checkNetworkEnds(batch, random);
        }
        if (!clauses.anyFailed()) {
            INDArray x = TestPoints.causes(problem, batch, random);
            clauses.attempt("simulates a batch", () -> simulator.simulate(x, batch.context()))
                    .ifPresent(y -> {
                        checkPhysics(batch, x, y);
                        if (!clauses.anyFailed()) {
                            clauses.attempt("computes losses and metrics", () -> {
                                checkMeasures(batch, x, y);
                                return y;
                            });
                        }
                    });
        }
    }

    private void checkBatch(Batch batch, RandomStreams random) {
        clauses.shaped("observations have the shape of effects", batch.target(), simulator.precision(), effects());
        clauses.finite("observations are numbers", batch.target());
        clauses.add(
                "a batch carries its true causes if and only if the problem says so",
                batch.cause().isPresent() == problem.knowsCause(),
                () -> "knowsCause() is " + problem.knowsCause());
        batch.cause().ifPresent(cause -> {
            clauses.shaped("true causes have the shape of causes", cause, simulator.precision(), causes());
            clauses.finite("true causes are numbers", cause);
        });
        for (Map.Entry<String, long[]> entry : simulator.contextShapes().entrySet()) {
            String text = "the context has " + entry.getKey() + " in its shape";
            clauses.attempt(
                            "the context has " + entry.getKey(),
                            () -> batch.context().get(entry.getKey()))
                    .ifPresent(array ->
                            clauses.shaped(text, array, array.dataType(), Shapes.withBatch(size, entry.getValue())));
        }
        Batch again = problem.sample(size, random);
        clauses.add(
                "the same random streams give the same batch",
                Arrays.equals(Values.of(batch.target()), Values.of(again.target())),
                () -> "two batches of the same streams differ; draw all numbers from them");
    }

    private void checkNetworkEnds(Batch batch, RandomStreams random) {
        INDArray outputs = TestPoints.outputs(problem, batch, random);
        clauses.attempt("makes network input", () -> problem.input(batch))
                .ifPresent(input -> clauses.shaped(
                        "network input has the shape that the problem names",
                        input,
                        DataType.FLOAT,
                        Shapes.withBatch(size, problem.inputShape())));
        clauses.attempt("makes causes of network output", () -> problem.cause(outputs, batch))
                .ifPresent(x -> clauses.shaped(
                        "causes of network output have the shape of causes", x, simulator.precision(), causes()));
        INDArray cotangent = Values.array(
                new double[size * Shapes.entries(simulator.causeShape())], simulator.precision(), causes());
        clauses.attempt("carries gradients back to network output", () -> problem.causeAdjoint(cotangent, batch))
                .ifPresent(gradient -> clauses.shaped(
                        "gradients of network output have its shape",
                        gradient,
                        DataType.FLOAT,
                        Shapes.withBatch(size, problem.outputShape())));
    }

    private void checkPhysics(Batch batch, INDArray x, INDArray y) {
        clauses.shaped("P(x) has the shape and the precision of effects", y, simulator.precision(), effects());
        clauses.finite("P(x) is finite", y);
        if (clauses.anyFailed()) {
            return;
        }
        double[] before = Values.of(x);
        INDArray cotangent = y.add(1);
        clauses.attempt("computes the adjoint product", () -> simulator.adjoint(x, cotangent, batch.context()))
                .ifPresent(product -> {
                    clauses.shaped("the adjoint product is shaped like x", product, simulator.precision(), causes());
                    clauses.attempt("computes a linearization", () -> {
                        Linearization linearization = simulator.linearize(x, batch.context());
                        clauses.add(
                                "the linearization agrees with simulate and adjoint",
                                close(y, linearization.value()) && close(product, linearization.adjoint(cotangent)),
                                () -> "its value or its adjoint differs");
                        return linearization;
                    });
                });
        clauses.add("x is not changed", Arrays.equals(before, Values.of(x)), () -> "it differs after the calls");
        checkIndependence(batch.context(), x, y);
        INDArray wrong = Values.array(new double[size], simulator.precision(), Shapes.withBatch(size, 1, 1, 1, 1, 1));
        clauses.add(
                "a wrong shape is refused",
                refuses(wrong, batch.context()),
                () -> "the simulator took " + Clauses.describe(wrong) + " without an IllegalArgumentException");
    }

    /** Spoils the first example and looks at the others. */
    private void checkIndependence(Context context, INDArray x, INDArray y) {
        INDArray other = TestPoints.spoilFirst(x);
        clauses.attempt(
                        "simulates a batch with an example that is not a number",
                        () -> simulator.simulate(other, context))
                .ifPresent(found -> {
                    double[] a = Values.of(y);
                    double[] b = Values.of(found);
                    int entries = a.length / size;
                    clauses.add(
                            "an example that is not a number leaves the others as they are",
                            a.length == b.length && Arrays.equals(a, entries, a.length, b, entries, b.length),
                            () -> "other examples differ");
                });
    }

    private void checkMeasures(Batch batch, INDArray x, INDArray y) {
        double[] losses = Values.of(problem.loss().value(y, batch.target()));
        double[] least = Values.of(problem.loss().value(batch.target(), batch.target()));
        clauses.add("one loss per example", losses.length == size, () -> losses.length + " for " + size + " examples");
        boolean ordered = losses.length == least.length;
        for (int example = 0; ordered && example < losses.length; example++) {
            ordered = least[example] >= 0 && losses[example] >= least[example];
        }
        clauses.add(
                "the loss is never negative, and smallest where y is y*",
                ordered,
                () -> "losses at y: " + Arrays.toString(losses) + ", at y*: " + Arrays.toString(least));
        double[] metrics = problem.metrics(batch, x, y);
        clauses.add(
                "as many metrics as names",
                metrics.length == problem.metricNames().size(),
                () -> metrics.length + " metrics for " + problem.metricNames());
    }

    private boolean refuses(INDArray x, Context context) {
        try {
            simulator.simulate(x, context);
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        } catch (RuntimeException e) { // an accident deeper inside, whose message helps nobody
            return false;
        }
    }

    private static boolean close(INDArray a, INDArray b) {
        return Agreement.relativeError(Values.of(a), Values.of(b)) <= ROUNDING;
    }

    private long[] causes() {
        return Shapes.withBatch(size, simulator.causeShape());
    }

    private long[] effects() {
        return Shapes.withBatch(size, simulator.effectShape());
    }
}
