package org.physgrad.problem.fluid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.math.Values;

class FrequencyLossTest {

    private final FrequencyLoss loss = new FrequencyLoss(64);
    private final INDArray target = FluidSimulatorTest.finalMarkers();

    @Test
    void hasTheValuesOfTheReference() {
        matches("ns_loss_m0_vs_mt", loss.value(Reference.load("ns_m0"), target));
        matches("ns_loss_zero", loss.value(target, target));
        matches("ns_loss_mt_vs_centered", loss.value(Reference.load("ns_rollout_marker_centered_gt_8"), target));
    }

    private static void matches(String name, INDArray losses) {
        double[] expected = Values.of(Reference.load(name));
        double[] actual = Values.of(losses);
        for (int example = 0; example < 2; example++) {
            assertEquals(expected[example], actual[example], 1e-9 * expected[example]);
        }
    }

    @Test
    void ignoresTheMeanAndIsFlatWhereMarkersMatch() {
        INDArray y = Reference.load("ns_m0");
        assertEquals(0, loss.value(y.add(0.3), target).distance2(loss.value(y, target)), 1e-9);
        assertEquals(0, loss.gradient(target, target).amaxNumber().doubleValue());
    }

    @Test
    void gradientIsThatOfFiniteDifferences() {
        Nd4j.getRandom().setSeed(3);
        System.out.println("seed 3");
        INDArray y = Reference.load("ns_m0");
        INDArray direction = Nd4j.rand(DataType.DOUBLE, y.shape()).sub(0.5);
        double step = 1e-5;
        double slope = loss.value(y.add(direction.mul(step)), target)
                        .sub(loss.value(y.sub(direction.mul(step)), target))
                        .sumNumber()
                        .doubleValue()
                / (2 * step);
        double predicted = loss.gradient(y, target).mul(direction).sumNumber().doubleValue();
        assertEquals(slope, predicted, 1e-6 * Math.abs(slope));
    }

    @Test
    void refusesOtherShapesAndNamesBoth() {
        INDArray wrong = Nd4j.zeros(DataType.DOUBLE, 2, 32, 64);
        String message = assertThrows(IllegalArgumentException.class, () -> loss.value(wrong, target))
                .getMessage();
        assertTrue(message.contains("[2, 32, 64]") && message.contains("[batch, 64, 64]"), message);
        assertThrows(IllegalArgumentException.class, () -> loss.gradient(target, wrong));
    }
}
