package org.physgrad.optimizers;

import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.WeightOptimizer;

/**
 * Adam (Kingma and Ba, "Adam: a method for stochastic optimization", 2015), the optimizer of the paper. With the means {@code m}, {@code v} of gradient and
 * squared gradient after t steps,
 *
 * <pre>p -= learningRate * sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilon),</pre>
 *
 * the efficient form given at the end of section 2 of that article. PyTorch adds epsilon after the bias correction instead, {@code sqrt(v) + epsilon *
 * sqrt(1 - beta2^t)}: at equal epsilon its share is up to 32 times smaller in the first steps with beta2 = 0.999, which shows only in gradients
 * that are themselves about as small as epsilon.
 */
@Component(factory = WeightOptimizer.FACTORY + "adam", service = WeightOptimizer.class)
@Designate(ocd = AdamOptimizer.Config.class)
public final class AdamOptimizer implements WeightOptimizer {

    /** Parameters of this optimizer, all dimensionless. */
    @ObjectClassDefinition(
            name = "Adam",
            description = "Adaptive moments (Kingma and Ba, 2015); the optimizer of the paper")
    public @interface Config {

        @AttributeDefinition(name = "Learning rate", description = "Factor of the update", min = "0")
        double learningRate() default 1e-3;

        @AttributeDefinition(
                name = "Beta 1",
                description = "Share of the old mean gradient that is kept",
                min = "0",
                max = "1")
        double beta1() default 0.9;

        @AttributeDefinition(
                name = "Beta 2",
                description = "Share of the old mean squared gradient that is kept",
                min = "0",
                max = "1")
        double beta2() default 0.999;

        @AttributeDefinition(name = "Epsilon", description = "Added to the denominator to keep it from zero", min = "0")
        double epsilon() default 1e-8;
    }

    private final IUpdater updater;

    @Activate
    public AdamOptimizer(Config config) {
        this(config.learningRate(), config.beta1(), config.beta2(), config.epsilon());
    }

    /**
     * Sets the update rule up.
     *
     * @param learningRate factor of the update, positive
     * @param beta1 share of the old mean gradient that is kept, from 0 up to, but not including, 1
     * @param beta2 share of the old mean squared gradient that is kept, from 0 up to, but not including, 1
     * @param epsilon added to the denominator to keep it from zero, positive
     * @throws IllegalArgumentException if a parameter is out of range; the message names it
     */
    public AdamOptimizer(double learningRate, double beta1, double beta2, double epsilon) {
        this.updater = new Adam(
                Require.positive("learningRate", learningRate),
                Require.fraction("beta1", beta1),
                Require.fraction("beta2", beta2),
                Require.positive("epsilon", epsilon));
    }

    @Override
    public IUpdater updater() {
        return updater.clone();
    }
}
