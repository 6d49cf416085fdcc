package org.physgrad.solvers;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Solution;
import org.physgrad.math.BatchLoop;
import org.physgrad.math.Shapes;
import org.physgrad.math.Values;

/**
 * L-BFGS: x_k+1 = x_k - t H_k g_k, where H_k stands for the inverse Hessian and is made of the last {@code memory} steps, and t comes from the line
 * search of Moré and Thuente (Nocedal, Wright: "Numerical Optimization", section 7.2). Without bounds it makes the steps of SciPy's L-BFGS-B.
 * With bounds it follows the path that is projected onto them, and entries held by a bound keep out of the step (Bertsekas: "Projected Newton
 * methods for optimization problems with simple constraints", 1982).
 *
 * <p>Each example has a search of its own; those under way share their evaluations, and finished ones stay as they are.
 */
@Component(factory = InverseSolver.FACTORY + "l-bfgs", service = InverseSolver.class)
@Designate(ocd = LBfgs.Config.class)
public final class LBfgs implements InverseSolver {

    /** Parameters of the solver. */
    @ObjectClassDefinition(
            name = "L-BFGS",
            description = "Quasi-Newton method for any problem, with optional bounds as L-BFGS-B")
    public @interface Config {
        @AttributeDefinition(
                name = "Iterations",
                description = "Number of iterations at most; each takes one evaluation or a few",
                min = "1",
                max = "1000000")
        int iterations() default 32;

        @AttributeDefinition(
                name = "Memory",
                description = "Number of past steps that stand for the Hessian",
                min = "1",
                max = "1000")
        int memory() default 10;

        @AttributeDefinition(
                name = "Lower",
                description = "Smallest value of an entry of x allowed, in the unit of x; the default is no bound")
        double lower() default -Double.MAX_VALUE;

        @AttributeDefinition(
                name = "Upper",
                description = "Largest value of an entry of x allowed, in the unit of x; the default is no bound")
        double upper() default Double.MAX_VALUE;

        @AttributeDefinition(
                name = "Gradient tolerance",
                description = "Largest entry of dL/dx that counts as zero, in units of the loss per unit of x",
                min = "0")
        double gradientTolerance() default 1e-14;

        @AttributeDefinition(
                name = "Loss tolerance",
                description =
                        "Smallest decrease of the loss in one iteration that counts as progress, relative to the loss",
                min = "0",
                max = "1")
        double lossTolerance() default 1e-14;
    }

    private final Criterion criterion;
    private final int memory;
    private final Box box;

    /**
     * Makes the solver from its parameters.
     *
     * @param config the parameters
     */
    @Activate
    public LBfgs(Config config) {
        this(
                new Criterion(config.iterations(), config.gradientTolerance(), config.lossTolerance()),
                config.memory(),
                new Box(config.lower(), config.upper()));
    }

    /**
     * Makes the solver with its usual parameters and no bounds.
     *
     * @param iterations number of iterations at most, at least 1
     * @throws IllegalArgumentException if it is out of range
     */
    public LBfgs(int iterations) {
        this(iterations, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /**
     * Makes the solver with bounds.
     *
     * @param iterations number of iterations at most, at least 1
     * @param lower smallest value of an entry of x allowed
     * @param upper largest value of an entry of x allowed, more than {@code lower}
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public LBfgs(int iterations, double lower, double upper) {
        this(new Criterion(iterations, 1e-14, 1e-14), 10, new Box(lower, upper));
    }

    private LBfgs(Criterion criterion, int memory, Box box) {
        if (memory < 1) {
            throw new IllegalArgumentException("memory is " + memory + ", expected at least 1");
        }
        this.criterion = criterion;
        this.memory = memory;
        this.box = box;
    }

    @Override
    public Solution solve(InverseTask task, INDArray x0, INDArray y0) {
        int size = Shapes.requireBatch("x0", x0, task.simulator().causeShape());
        Objective objective = new Objective(task, x0.shape());
        double[] at = Values.of(x0);
        int entries = at.length / size;
        boolean moved = false;
        for (int i = 0; i < at.length; i++) {
            double inside = box.project(at[i]);
            moved |= Double.compare(inside, at[i]) != 0;
            at[i] = inside;
        }
        LBfgsSearch[] searches = IntStream.range(0, size)
                .mapToObj(example -> new LBfgsSearch(
                        criterion, box, memory, Arrays.copyOfRange(at, example * entries, (example + 1) * entries)))
                .toArray(LBfgsSearch[]::new);
        observe(searches, at, moved ? objective.at(at) : objective.at(x0, y0));
        while (!Arrays.stream(searches).allMatch(LBfgsSearch::isOver)) {
            BatchLoop.forEach(size, example -> searches[example].propose(at, example * entries));
            observe(searches, at, objective.at(at));
        }
        BatchLoop.forEach(size, example -> searches[example].propose(at, example * entries));
        return new Solution(
                objective.array(at),
                Arrays.stream(searches).map(LBfgsSearch::outcome).toList());
    }

    private static void observe(LBfgsSearch[] searches, double[] at, Objective.Evaluation evaluation) {
        int entries = at.length / searches.length;
        BatchLoop.forEach(searches.length, example -> {
            if (!searches[example].isOver()) {
                searches[example].observe(at, evaluation.losses()[example], evaluation.gradients(), example * entries);
            }
        });
    }
}
