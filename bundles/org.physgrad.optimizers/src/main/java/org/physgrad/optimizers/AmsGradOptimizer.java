package org.physgrad.optimizers;

import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.IUpdater;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.WeightOptimizer;

/** AMSGrad (Reddi, Kale, Kumar, "On the convergence of Adam and beyond", 2018). */
@Component(factory = WeightOptimizer.FACTORY + "amsgrad", service = WeightOptimizer.class)
@Designate(ocd = AmsGradOptimizer.Config.class)
public final class AmsGradOptimizer implements WeightOptimizer {

    /** Parameters of this optimizer, all dimensionless. */
    @ObjectClassDefinition(name = "AMSGrad", description = "Adam with a mean squared gradient that never falls")
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
    public AmsGradOptimizer(Config config) {
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
    public AmsGradOptimizer(double learningRate, double beta1, double beta2, double epsilon) {
        this.updater = new AMSGrad(
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
