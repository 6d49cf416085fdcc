package org.physgrad.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.physgrad.api.WeightOptimizer;
import org.physgrad.ml.MlPlatform;

class OptimizersTest {

    private static final double[] GRADIENTS = {0.5, -2, 0.25, 1e-3, -0.75};

    @BeforeAll
    static void startPlatform() {
        MlPlatform.start(2);
    }

    /** Updates one weight, starting at 0, by the given gradients. */
    private static double[] path(IUpdater rule, double... gradients) {
        long state = rule.stateSize(1);
        INDArray view = state == 0 ? null : Nd4j.create(DataType.DOUBLE, state);
        GradientUpdater<?> updater = rule.instantiate(view, true);
        double[] weights = new double[gradients.length];
        double weight = 0;
        for (int step = 0; step < gradients.length; step++) {
            INDArray gradient = Nd4j.create(new double[] {gradients[step]});
            updater.applyUpdater(gradient, step, 0);
            weight -= gradient.getDouble(0);
            weights[step] = weight;
        }
        return weights;
    }

    @Test
    void momentumIsThatOfPyTorch() {
        double[] weights = path(new MomentumOptimizer(0.1, 0.9).updater(), GRADIENTS);
        double velocity = 0;
        double expected = 0;
        for (int step = 0; step < GRADIENTS.length; step++) {
            velocity = 0.9 * velocity + GRADIENTS[step];
            expected -= 0.1 * velocity;
            assertEquals(expected, weights[step], 1e-15);
        }
    }

    @Test
    void nesterovIsNotHeavyBall() {
        double heavyBall = path(new MomentumOptimizer(0.1, 0.9).updater(), GRADIENTS)[1];
        double nesterov = path(new NesterovsOptimizer(0.1, 0.9).updater(), GRADIENTS)[1];
        // Looking ahead: p += momentum * v - learningRate * g after v <- momentum * v - learningRate * g.
        double v1 = -0.1 * 0.5;
        double p1 = 0.9 * v1 - 0.1 * 0.5;
        double v2 = 0.9 * v1 - 0.1 * -2;
        assertEquals(p1 + 0.9 * v2 - 0.1 * -2, nesterov, 1e-14);
        assertNotEquals(heavyBall, nesterov, 1e-3);
    }

    @Test
    void adamFollowsItsFormula() {
        double[] weights = path(new AdamOptimizer(1e-3, 0.9, 0.999, 1e-8).updater(), GRADIENTS);
        double m = 0;
        double v = 0;
        double expected = 0;
        for (int t = 1; t <= GRADIENTS.length; t++) {
            double g = GRADIENTS[t - 1];
            m = 0.9 * m + 0.1 * g;
            v = 0.999 * v + 0.001 * g * g;
            double rate = 1e-3 * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t));
            expected -= rate * m / (Math.sqrt(v) + 1e-8);
            assertEquals(expected, weights[t - 1], 1e-12);
        }
    }

    @Test
    void gradientDescentScalesTheGradient() {
        assertEquals(-0.05, path(new SgdOptimizer(0.1).updater(), GRADIENTS)[0], 1e-15);
    }

    static Stream<WeightOptimizer> all() {
        return Stream.of(
                new SgdOptimizer(0.01),
                new MomentumOptimizer(0.01, 0.5),
                new NesterovsOptimizer(0.01, 0.5),
                new AdamOptimizer(0.01, 0.9, 0.999, 1e-8),
                new AdaMaxOptimizer(0.01, 0.9, 0.999, 1e-8),
                new NadamOptimizer(0.01, 0.9, 0.999, 1e-8),
                new AmsGradOptimizer(0.01, 0.9, 0.999, 1e-8),
                new RmsPropOptimizer(0.01, 0.95, 1e-8),
                new AdaGradOptimizer(0.01, 1e-6),
                new AdaDeltaOptimizer(0.9, 1e-6));
    }

    @ParameterizedTest
    @MethodSource("all")
    void descends(WeightOptimizer optimizer) {
        double[] weights = path(optimizer.updater(), 1, 1, 1, 1, 1);
        for (int step = 1; step < weights.length; step++) {
            assertTrue(weights[step] < weights[step - 1], optimizer + " stands still or climbs at step " + step);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void survivesJson(WeightOptimizer optimizer) throws Exception {
        IUpdater updater = optimizer.updater();
        String json = NeuralNetConfiguration.mapper().writeValueAsString(updater);
        assertEquals(updater, NeuralNetConfiguration.mapper().readValue(json, IUpdater.class));
    }

    @Test
    void refusesParametersOutOfRange() {
        String message = assertThrows(IllegalArgumentException.class, () -> new SgdOptimizer(-1))
                .getMessage();
        assertTrue(message.contains("learningRate is -1.0"), message);
        assertThrows(IllegalArgumentException.class, () -> new SgdOptimizer(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new MomentumOptimizer(0.1, 1));
        assertThrows(IllegalArgumentException.class, () -> new AdamOptimizer(0.1, 0.9, 0.999, 0));
    }
}
