package org.physgrad.optimizers;

import org.nd4j.linalg.learning.config.IUpdater;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.WeightOptimizer;

/** Gradient descent with heavy-ball momentum, see {@link HeavyBall}. */
@Component(factory = WeightOptimizer.FACTORY + "momentum", service = WeightOptimizer.class)
@Designate(ocd = MomentumOptimizer.Config.class)
public final class MomentumOptimizer implements WeightOptimizer {

    /** Parameters of this optimizer, all dimensionless. */
    @ObjectClassDefinition(
            name = "Gradient descent with momentum",
            description = "Heavy-ball momentum, as PyTorch's SGD has it")
    public @interface Config {

        @AttributeDefinition(name = "Learning rate", description = "Factor of the update", min = "0")
        double learningRate() default 1e-3;

        @AttributeDefinition(
                name = "Momentum",
                description = "Share of the previous velocity that is kept",
                min = "0",
                max = "1")
        double momentum() default 0.9;
    }

    private final IUpdater updater;

    @Activate
    public MomentumOptimizer(Config config) {
        this(config.learningRate(), config.momentum());
    }

    /**
     * Sets the update rule up.
     *
     * @param learningRate factor of the update, positive
     * @param momentum share of the previous velocity that is kept, from 0 up to, but not including, 1
     * @throws IllegalArgumentException if a parameter is out of range; the message names it
     */
    public MomentumOptimizer(double learningRate, double momentum) {
        this.updater =
                new HeavyBall(Require.positive("learningRate", learningRate), Require.fraction("momentum", momentum));
    }

    @Override
    public IUpdater updater() {
        return updater.clone();
    }
}
