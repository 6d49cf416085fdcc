package org.physgrad.optimizers;

import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.IUpdater;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.WeightOptimizer;

/** AdaDelta (Zeiler, "ADADELTA: an adaptive learning rate method", 2012). Has no learning rate. */
@Component(factory = WeightOptimizer.FACTORY + "adadelta", service = WeightOptimizer.class)
@Designate(ocd = AdaDeltaOptimizer.Config.class)
public final class AdaDeltaOptimizer implements WeightOptimizer {

    /** Parameters of this optimizer, all dimensionless. */
    @ObjectClassDefinition(
            name = "AdaDelta",
            description = "Adapts its own step size from past updates; has no learning rate")
    public @interface Config {

        @AttributeDefinition(
                name = "Rho",
                description = "Share of the old mean squares that is kept",
                min = "0",
                max = "1")
        double rho() default 0.95;

        @AttributeDefinition(name = "Epsilon", description = "Added to the denominator to keep it from zero", min = "0")
        double epsilon() default 1e-6;
    }

    private final IUpdater updater;

    @Activate
    public AdaDeltaOptimizer(Config config) {
        this(config.rho(), config.epsilon());
    }

    /**
     * Sets the update rule up.
     *
     * @param rho share of the old mean squares that is kept, from 0 up to, but not including, 1
     * @param epsilon added to the denominator to keep it from zero, positive
     * @throws IllegalArgumentException if a parameter is out of range; the message names it
     */
    public AdaDeltaOptimizer(double rho, double epsilon) {
        this.updater = AdaDelta.builder()
                .rho(Require.fraction("rho", rho))
                .epsilon(Require.positive("epsilon", epsilon))
                .build();
    }

    @Override
    public IUpdater updater() {
        return updater.clone();
    }
}
