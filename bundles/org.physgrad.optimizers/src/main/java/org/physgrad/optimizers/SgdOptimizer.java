package org.physgrad.optimizers;

import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.WeightOptimizer;

/** Stochastic gradient descent: {@code p -= learningRate * g}. */
@Component(factory = WeightOptimizer.FACTORY + "sgd", service = WeightOptimizer.class)
@Designate(ocd = SgdOptimizer.Config.class)
public final class SgdOptimizer implements WeightOptimizer {

    /** Parameters of this optimizer, all dimensionless. */
    @ObjectClassDefinition(
            name = "Stochastic gradient descent",
            description = "Weights move along the negative gradient")
    public @interface Config {

        @AttributeDefinition(name = "Learning rate", description = "Factor of the update", min = "0")
        double learningRate() default 1e-3;
    }

    private final IUpdater updater;

    @Activate
    public SgdOptimizer(Config config) {
        this(config.learningRate());
    }

    /**
     * Sets the update rule up.
     *
     * @param learningRate factor of the update, positive
     * @throws IllegalArgumentException if a parameter is out of range; the message names it
     */
    public SgdOptimizer(double learningRate) {
        this.updater = new Sgd(Require.positive("learningRate", learningRate));
    }

    @Override
    public IUpdater updater() {
        return updater.clone();
    }
}
