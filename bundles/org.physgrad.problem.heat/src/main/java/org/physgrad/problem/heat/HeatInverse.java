package org.physgrad.problem.heat;

import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.DeviceCode;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Problem;
import org.physgrad.api.Solution;
import org.physgrad.math.RealFourier.Modes;
import org.physgrad.math.StepOutcomes;

/**
 * The damped inverse of diffusion (paper, section 3.3): x1 = x0 + F^-1(exp(nu t |k|^2 action) F(y* - y0)). The action of a mode, from -1 to 1,
 * follows from the probability that its amplitude is a signal of expected size n exp(-nu t |k|^2), n cells per axis, and not noise
 * of the size of the uncertainty of y* - y0.
 */
@Component(factory = InverseSolver.FACTORY + "heat-inverse", service = InverseSolver.class)
@Designate(ocd = HeatInverse.Config.class)
public final class HeatInverse implements InverseSolver {

    /** Parameters of the solver. */
    @ObjectClassDefinition(name = "Heat inverse", description = "Inverts diffusion wherever signal exceeds noise")
    public @interface Config {
        @AttributeDefinition(
                name = "Relative uncertainty",
                description = "Uncertainty of y* - y0 in a cell, as a share of its value",
                min = "0",
                max = "1")
        double relativeUncertainty() default 1e-6;

        @AttributeDefinition(
                name = "Absolute uncertainty",
                description = "Uncertainty of y* - y0 in a cell beside the relative one, in the unit of temperature",
                min = "0")
        double absoluteUncertainty() default 0;

        @AttributeDefinition(
                name = "Damp below",
                description = "Probability of being a signal up to which a mode is damped",
                min = "0",
                max = "1")
        double dampBelow() default 0.5;

        @AttributeDefinition(
                name = "Amplify from",
                description =
                        "Probability of being a signal from which a mode is amplified; between the two it is passed on as it is",
                min = "0",
                max = "1")
        double amplifyFrom() default 0.68;
    }

    private final double relativeUncertainty;
    private final double absoluteUncertainty;
    private final Damping damping;

    /**
     * Makes the solver from its parameters.
     *
     * @param config the parameters
     */
    @Activate
    public HeatInverse(Config config) {
        this(config.relativeUncertainty(), config.absoluteUncertainty(), config.dampBelow(), config.amplifyFrom());
    }

    /**
     * Makes the solver.
     *
     * @param relativeUncertainty uncertainty of y* - y0 in a cell as a share of its value, not negative
     * @param absoluteUncertainty uncertainty beside the relative one, in the unit of temperature, not negative
     * @param dampBelow probability of being a signal up to which a mode is damped, from 0 to 1
     * @param amplifyFrom probability of being a signal from which a mode is amplified, from {@code dampBelow} to 1
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public HeatInverse(double relativeUncertainty, double absoluteUncertainty, double dampBelow, double amplifyFrom) {
        if (!(relativeUncertainty >= 0) || !(absoluteUncertainty >= 0)) {
            throw new IllegalArgumentException("the uncertainties are " + relativeUncertainty + " (relative) and "
                    + absoluteUncertainty + " (absolute), expected zero or more");
        }
        if (!(0 <= dampBelow && dampBelow <= amplifyFrom && amplifyFrom <= 1)) {
            throw new IllegalArgumentException("dampBelow is " + dampBelow + " and amplifyFrom is " + amplifyFrom
                    + ", expected 0 <= dampBelow <= amplifyFrom <= 1");
        }
        this.relativeUncertainty = relativeUncertainty;
        this.absoluteUncertainty = absoluteUncertainty;
        this.damping = new Damping(dampBelow, amplifyFrom);
    }

    @Override
    public Optional<String> refuses(Problem problem) {
        return problem.simulator() instanceof HeatSimulator
                ? Optional.empty()
                : Optional.of("it inverts the heat equation only; choose a solver for any problem, such as"
                        + " gradient-descent, or the problem's own");
    }

    @Override
    public Solution solve(InverseTask task, INDArray x0, INDArray y0) {
        if (!(task.simulator() instanceof HeatSimulator simulator)) {
            throw new IllegalArgumentException("heat-inverse inverts the heat equation only, and the simulator is "
                    + task.simulator().getClass().getName());
        }
        return StepOutcomes.step(task, x0, y0, (difference, correction) -> correct(simulator, difference, correction));
    }

    /** Computes the correction of x0 from y* - y0 of one example. */
    private void correct(HeatSimulator simulator, double[] difference, double[] correction) {
        double noise = noise(difference);
        Modes modes = simulator.fourier().forward(difference, 0);
        simulator.fourier().inverse(modes.times(amplification(simulator, modes, noise)), correction, 0);
    }

    /** One noise level for all modes: the root of the summed squares of the cells' uncertainties. */
    private double noise(double[] difference) {
        double sum = 0;
        for (double value : difference) {
            double uncertainty = relativeUncertainty * Math.abs(value) + absoluteUncertainty;
            sum += uncertainty * uncertainty;
        }
        return Math.sqrt(sum);
    }

    private double[] amplification(HeatSimulator simulator, Modes modes, double noise) {
        double[] kernel = simulator.kernel();
        double[] factors = new double[kernel.length];
        for (int k = 0; k < factors.length; k++) {
            double amplitude = Math.sqrt(modes.power(k));
            double probability = damping.probability(amplitude, simulator.resolution() * kernel[k], noise);
            double action = damping.action(probability);
            factors[k] = factor(simulator, k, action);
        }
        return factors;
    }

    /** exp(nu t |k|^2 action), which is known for most modes: they are pure noise or pure signal. */
    private static double factor(HeatSimulator simulator, int k, double action) {
        if (action == -1) {
            return simulator.kernel()[k];
        }
        return action == 1 ? simulator.inverseKernel()[k] : Math.exp(simulator.exponents()[k] * action);
    }

    @Override
    public Optional<DeviceCode> solverCode(Problem problem) {
        return Optional.of(new DeviceCode(
                DeviceCode.source(HeatInverse.class, "inverse.cu"),
                Map.of(
                        "HEAT_RELATIVE",
                        relativeUncertainty,
                        "HEAT_ABSOLUTE",
                        absoluteUncertainty,
                        "HEAT_DAMP_BELOW",
                        damping.dampBelow(),
                        "HEAT_AMPLIFY_FROM",
                        damping.amplifyFrom()),
                Map.of(),
                Map.of()));
    }
}
