package org.physgrad.engine.check;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.Problem;
import org.physgrad.api.RandomStreams;

/** Checks all gradients that training through a problem is made of, on a batch of its own generator. */
public final class ProblemCheck {

    private ProblemCheck() {}

    /**
     * Checks the simulator, the loss, and the way from network output to causes.
     *
     * @param problem the problem
     * @param size number of examples, at least 1
     * @param directions number of random directions, at least 1
     * @param random where examples and directions come from
     * @return one report each
     */
    public static List<GradientReport> run(Problem problem, int size, int directions, RandomStreams random) {
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
}
