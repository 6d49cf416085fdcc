package org.physgrad.optimizers;

import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.WeightOptimizer;

/** Nesterov's accelerated gradient, in ND4J's form: {@code v <- momentum * v - learningRate * g}, then {@code p += momentum * v - learningRate * g}. */
@Component(factory = WeightOptimizer.FACTORY + "nesterovs", service = WeightOptimizer.class)
@Designate(ocd = NesterovsOptimizer.Config.class)
public final class NesterovsOptimizer implements WeightOptimizer {

    /** Parameters of this optimizer, all dimensionless. */
    @ObjectClassDefinition(
            name = "Nesterov momentum",
            description = "Gradient descent with Nesterov's accelerated gradient")
    public @interface Config {

        @AttributeDefinition(name = "Learning rate", description = "Factor of the update", min = "0")
        double learningRate() default 0.1;

        @AttributeDefinition(
                name = "Momentum",
                description = "Share of the previous velocity that is kept",
                min = "0",
                max = "1")
        double momentum() default 0.9;
    }

    private final IUpdater updater;

    @Activate
    public NesterovsOptimizer(Config config) {
        this(config.learningRate(), config.momentum());
    }

    /**
     * Sets the update rule up.
     *
     * @param learningRate factor of the update, positive
     * @param momentum share of the previous velocity that is kept, from 0 up to, but not including, 1
     * @throws IllegalArgumentException if a parameter is out of range; the message names it
     */
    public NesterovsOptimizer(double learningRate, double momentum) {
        this.updater =
                new Nesterovs(Require.positive("learningRate", learningRate), Require.fraction("momentum", momentum));
    }

    @Override
    public IUpdater updater() {
        return updater.clone();
    }
}
