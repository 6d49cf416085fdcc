package org.physgrad.optimizers;

import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.RmsProp;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.WeightOptimizer;

/** RMSProp (Tieleman and Hinton, 2012): gradients divided by their running root mean square. */
@Component(factory = WeightOptimizer.FACTORY + "rmsprop", service = WeightOptimizer.class)
@Designate(ocd = RmsPropOptimizer.Config.class)
public final class RmsPropOptimizer implements WeightOptimizer {

    /** Parameters of this optimizer, all dimensionless. */
    @ObjectClassDefinition(name = "RMSProp", description = "Gradients divided by their running root mean square")
    public @interface Config {

        @AttributeDefinition(name = "Learning rate", description = "Factor of the update", min = "0")
        double learningRate() default 0.1;

        @AttributeDefinition(
                name = "Decay",
                description = "Share of the old mean squared gradient that is kept",
                min = "0",
                max = "1")
        double decay() default 0.95;

        @AttributeDefinition(name = "Epsilon", description = "Added to the denominator to keep it from zero", min = "0")
        double epsilon() default 1e-8;
    }

    private final IUpdater updater;

    @Activate
    public RmsPropOptimizer(Config config) {
        this(config.learningRate(), config.decay(), config.epsilon());
    }

    /**
     * Sets the update rule up.
     *
     * @param learningRate factor of the update, positive
     * @param decay share of the old mean squared gradient that is kept, from 0 up to, but not including, 1
     * @param epsilon added to the denominator to keep it from zero, positive
     * @throws IllegalArgumentException if a parameter is out of range; the message names it
     */
    public RmsPropOptimizer(double learningRate, double decay, double epsilon) {
        this.updater = new RmsProp(
                Require.positive("learningRate", learningRate),
                Require.fraction("decay", decay),
                Require.positive("epsilon", epsilon));
    }

    @Override
    public IUpdater updater() {
        return updater.clone();
    }
}
