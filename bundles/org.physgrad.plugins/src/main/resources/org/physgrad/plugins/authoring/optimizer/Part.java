package {{package}};

import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.InverseSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.WeightOptimizer;

/**
 * Adam with a learning rate that falls, learningRate / (1 + iteration / halfLife). An update rule of your own is a class that implements {@link IUpdater},
 * with its fields annotated for Jackson.
 */
@Component(factory = WeightOptimizer.FACTORY + "{{type}}", service = WeightOptimizer.class)
@Designate(ocd = {{class}}.Config.class)
public final class {{class}} implements WeightOptimizer {

    /** Parameters of the optimizer. */
    @ObjectClassDefinition(name = "{{title}}", description = "Adam with a learning rate that falls")
    public @interface Config {
        @AttributeDefinition(name = "Learning rate", description = "Factor of the first update", min = "0")
        double learningRate() default 1e-3;

        @AttributeDefinition(
                name = "Half-life",
                description = "Number of iterations after which the learning rate is half the first one",
                min = "1")
        double halfLife() default 5000;
    }

    private final double learningRate;
    private final double halfLife;

    @Activate
    public {{class}}(Config config) {
        this(config.learningRate(), config.halfLife());
    }

    /**
     * Sets the update rule up.
     *
     * @param learningRate factor of the first update, positive
     * @param halfLife number of iterations after which it is half as much, positive
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public {{class}}(double learningRate, double halfLife) {
        if (!(learningRate > 0) || !(halfLife > 0)) {
            throw new IllegalArgumentException("learningRate is " + learningRate + " and halfLife is " + halfLife
                    + ", expected positive numbers");
        }
        this.learningRate = learningRate;
        this.halfLife = halfLife;
    }

    @Override
    public IUpdater updater() {
        return Adam.builder()
                .learningRateSchedule(new InverseSchedule(ScheduleType.ITERATION, learningRate, 1 / halfLife, 1))
                .build();
    }
}
