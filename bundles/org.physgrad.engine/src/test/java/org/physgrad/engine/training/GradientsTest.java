package org.physgrad.engine.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.engine.experiment.Experiment;

/** The gradients of the weights under different schemes, as the paper relates them. */
class GradientsTest {

    private static final String HEAT = "{ \"type\": \"heat\", \"resolution\": 16, \"diffusion\": 2.0 }";
    private static final String POISSON = "{ \"type\": \"poisson\", \"nx\": 16, \"ny\": 12 }";

    /** Theorem 1: with one step of gradient descent of step size 1 as inverse solver, physical gradients are the usual gradients. */
    @Test
    void oneStepOfGradientDescentTrainsLikeTheUsualGradient() {
        INDArray physical = weightChange(Experiments.field(
                HEAT,
                "{ \"scheme\": \"physical-gradient\", \"solver\": { \"type\": \"gradient-descent\", \"learningRate\": 1.0,"
                        + " \"iterations\": 1 } }"));
        INDArray usual = weightChange(Experiments.field(HEAT, "{ \"scheme\": \"unsupervised\" }"));
        assertClose(usual, physical, 1e-6);
    }

    /** The Poisson problem is linear and its inverse exact: one step finds the true cause, whatever the prediction. */
    @Test
    void physicalGradientOfPoissonIsTheSupervisedOne() {
        INDArray physical = weightChange(Experiments.field(
                POISSON, "{ \"scheme\": \"physical-gradient\", \"solver\": { \"type\": \"poisson-inverse\" } }"));
        INDArray supervised = weightChange(Experiments.field(POISSON, "{ \"scheme\": \"supervised\" }"));
        assertClose(supervised, physical, 1e-5);
    }

    /** A mean over the batch gives the sum's gradient divided by the batch size. */
    @Test
    void reductionScalesTheGradient() {
        INDArray sum =
                weightChange(Experiments.field(HEAT, "{ \"scheme\": \"unsupervised\", \"reduction\": \"sum\" }"));
        INDArray mean =
                weightChange(Experiments.field(HEAT, "{ \"scheme\": \"unsupervised\", \"reduction\": \"mean\" }"));
        assertClose(sum, mean.mul(3), 1e-5);
    }

    /** Takes one step of plain gradient descent and gives the weight gradient that it used, up to the step size. */
    private static INDArray weightChange(Experiment experiment) {
        GradientListener listener = new GradientListener();
        try (TrainingRun run = TrainingRun.bind(Experiments.CATALOG, experiment)) {
            run.train(listener);
        }
        return listener.change();
    }

    private static void assertClose(INDArray expected, INDArray actual, double relative) {
        double error = expected.sub(actual).norm2Number().doubleValue()
                / expected.norm2Number().doubleValue();
        assertTrue(error <= relative, "relative difference " + error);
        assertTrue(expected.norm2Number().doubleValue() > 0, "the gradient vanishes: the test would show nothing");
    }
}
