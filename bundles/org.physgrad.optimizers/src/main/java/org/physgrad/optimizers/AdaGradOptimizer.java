package org.physgrad.optimizers;

import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.IUpdater;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.WeightOptimizer;

/** AdaGrad (Duchi, Hazan, Singer, "Adaptive subgradient methods", 2011). */
@Component(factory = WeightOptimizer.FACTORY + "adagrad", service = WeightOptimizer.class)
@Designate(ocd = AdaGradOptimizer.Config.class)
public final class AdaGradOptimizer implements WeightOptimizer {

    /** Parameters of this optimizer, all dimensionless. */
    @ObjectClassDefinition(
            name = "AdaGrad",
            description = "Gradients divided by the root of the sum of all their squares")
    public @interface Config {

        @AttributeDefinition(name = "Learning rate", description = "Factor of the update", min = "0")
        double learningRate() default 0.1;

        @AttributeDefinition(name = "Epsilon", description = "Added to the denominator to keep it from zero", min = "0")
        double epsilon() default 1e-6;
    }

    private final IUpdater updater;

    @Activate
    public AdaGradOptimizer(Config config) {
        this(config.learningRate(), config.epsilon());
    }

    /**
     * Sets the update rule up.
     *
     * @param learningRate factor of the update, positive
     * @param epsilon added to the denominator to keep it from zero, positive
     * @throws IllegalArgumentException if a parameter is out of range; the message names it
     */
    public AdaGradOptimizer(double learningRate, double epsilon) {
        this.updater =
                new AdaGrad(Require.positive("learningRate", learningRate), Require.positive("epsilon", epsilon));
    }

    @Override
    public IUpdater updater() {
        return updater.clone();
    }
}
