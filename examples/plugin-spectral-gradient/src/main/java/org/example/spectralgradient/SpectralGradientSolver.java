package org.example.spectralgradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Linearization;
import org.physgrad.api.Solution;
import org.physgrad.math.Shapes;
import org.physgrad.math.Values;

/**
 * Projected gradients with the step sizes of Barzilai and Borwein: x = x + t (P(x - a g) - x), P the projection onto the bounds, a = s.s / s.y from the last step s and
 * change of gradient y, and t halved while the loss exceeds the largest of the last few. Remembers one step only, so it costs next to nothing beside the
 * simulations, for causes of any size.
 */
@Component(factory = InverseSolver.FACTORY + "spectral-gradient", service = InverseSolver.class)
@Designate(ocd = SpectralGradientSolver.Config.class)
public final class SpectralGradientSolver implements InverseSolver {

    /** Parameters of the solver. */
    @ObjectClassDefinition(
            name = "Spectral gradient",
            description = "Gradient steps that find their own size, within bounds; works for any problem")
    public @interface Config {
        @AttributeDefinition(
                name = "Evaluations",
                description = "Number of simulations with their adjoint, x0 included",
                min = "2",
                max = "1000000")
        int evaluations() default 32;

        @AttributeDefinition(
                name = "Lower",
                description = "Smallest value of an entry of x, in its unit; the default is no bound")
        double lower() default -Double.MAX_VALUE;

        @AttributeDefinition(
                name = "Upper",
                description = "Largest value of an entry of x, in its unit; the default is no bound")
        double upper() default Double.MAX_VALUE;

        @AttributeDefinition(
                name = "Memory",
                description = "Number of losses of which the largest may not be exceeded; 1 never lets the loss rise",
                min = "1",
                max = "1000")
        int memory() default 10;

        @AttributeDefinition(
                name = "Tolerance",
                description = "Largest entry of the projected gradient that counts as zero, in units of x",
                min = "0")
        double tolerance() default 1e-12;
    }

    private final int evaluations;
    private final Bounds bounds;
    private final int memory;
    private final double tolerance;

    @Activate
    public SpectralGradientSolver(Config config) {
        this(config.evaluations(), config.lower(), config.upper(), config.memory(), config.tolerance());
    }

    /**
     * Makes the solver.
     *
     * @param evaluations number of simulations with their adjoint, at least 2
     * @param lower smallest value of an entry of x, negative infinity for none
     * @param upper largest value of an entry of x, infinity for none
     * @param memory number of losses of which the largest may not be exceeded, at least 1
     * @param tolerance largest entry of the projected gradient that counts as zero, not negative
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public SpectralGradientSolver(int evaluations, double lower, double upper, int memory, double tolerance) {
        if (evaluations < 2 || memory < 1 || !(tolerance >= 0)) {
            throw new IllegalArgumentException("evaluations is " + evaluations + ", memory is " + memory
                    + " and tolerance is " + tolerance + ", expected at least 2, at least 1, and zero or more");
        }
        this.evaluations = evaluations;
        this.bounds = new Bounds(lower, upper);
        this.memory = memory;
        this.tolerance = tolerance;
    }

    @Override
    public Solution solve(InverseTask task, INDArray x0, INDArray y0) {
        int size = Shapes.requireBatch("x0", x0, task.simulator().causeShape());
        double[] start = Values.of(x0);
        int entries = start.length / size;
        List<SpectralSearch> searches = new ArrayList<>();
        for (int example = 0; example < size; example++) {
            double[] own = Arrays.copyOfRange(start, example * entries, (example + 1) * entries);
            searches.add(new SpectralSearch(own, bounds, memory, tolerance));
        }
        // All examples are simulated together; those that are done stay where they are.
        for (int k = 0; k < evaluations && !searches.stream().allMatch(SpectralSearch::isOver); k++) {
            evaluate(task, searches, x0);
        }
        INDArray x = array(searches.stream().map(SpectralSearch::best).toList(), x0);
        return new Solution(x, searches.stream().map(SpectralSearch::outcome).toList());
    }

    private static void evaluate(InverseTask task, List<SpectralSearch> searches, INDArray x0) {
        INDArray points = array(searches.stream().map(SpectralSearch::point).toList(), x0);
        Linearization physics = task.simulator().linearize(points, task.context());
        double[] losses = Values.of(task.loss().value(physics.value(), task.target()));
        double[] gradients = Values.of(physics.adjoint(task.loss().gradient(physics.value(), task.target())));
        int entries = gradients.length / searches.size();
        for (int example = 0; example < losses.length; example++) {
            if (!searches.get(example).isOver()) {
                double[] own = Arrays.copyOfRange(gradients, example * entries, (example + 1) * entries);
                searches.get(example).evaluated(losses[example], own);
            }
        }
    }

    private static INDArray array(List<double[]> examples, INDArray like) {
        double[] values = examples.stream().flatMapToDouble(Arrays::stream).toArray();
        return Values.array(values, like.dataType(), like.shape());
    }
}
