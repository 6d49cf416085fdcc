package org.physgrad.solvers;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.physgrad.math.BatchLoop;

/**
 * Solves (B + lambda I) h = -g for all examples at once by conjugate gradients, each with its own lambda and its own end (Hestenes, Stiefel, 1952;
 * Nocedal, Wright: "Numerical Optimization", algorithm 5.2).
 */
final class DampedSteps {

    private final GaussNewtonModel model;
    private final LevenbergMarquardt[] examples;
    private final int entries;
    private final double[] steps;
    private final double[] residual;
    private final double[] direction;
    private final double[] squares;
    private final double[] goals;
    private final boolean[] active;

    /**
     * Prepares the systems.
     *
     * @param model the quadratic models
     * @param examples who knows the lambda of an example; those that are over take no step
     * @param tolerance length of a residual that is small enough, relative to the gradient
     */
    DampedSteps(GaussNewtonModel model, LevenbergMarquardt[] examples, double tolerance) {
        this.model = model;
        this.examples = examples;
        this.entries = model.x().length / examples.length;
        this.steps = new double[model.x().length];
        this.residual = new double[steps.length];
        this.squares = new double[examples.length];
        this.goals = new double[examples.length];
        this.active = new boolean[examples.length];
        for (int example = 0; example < examples.length; example++) {
            active[example] = !examples[example].isOver();
            if (active[example]) {
                for (int i = example * entries; i < (example + 1) * entries; i++) {
                    residual[i] = -model.gradients()[i];
                }
                squares[example] = dot(residual, residual, example);
                goals[example] = tolerance * tolerance * squares[example];
            }
        }
        this.direction = residual.clone();
    }

    /**
     * Solves the systems.
     *
     * @param iterations number of products with B at most
     * @return the steps h, flattened; zero for examples that are over
     */
    double[] solve(int iterations) {
        for (int k = 0; k < iterations && IntStream.range(0, active.length).anyMatch(i -> active[i]); k++) {
            boolean first = k == 0;
            double[] products = model.times(direction);
            BatchLoop.forEach(active.length, example -> {
                if (active[example]) {
                    advance(products, example, first);
                }
                if (!active[example]) {
                    Arrays.fill(direction, example * entries, (example + 1) * entries, 0);
                }
            });
        }
        return steps;
    }

    private void advance(double[] products, int example, boolean first) {
        examples[example].countEvaluation();
        double square = dot(direction, direction, example);
        double undamped = dot(direction, products, example);
        double lambda = examples[example].damping(undamped / square);
        double curvature = undamped + lambda * square;
        if (!(curvature > 0) || !Double.isFinite(curvature)) {
            // Not convex along this direction: what has been found so far descends; at the very start the damped
            // gradient does.
            if (first) {
                addTo(steps, 1 / lambda, direction, example);
            }
            active[example] = false;
            return;
        }
        double length = squares[example] / curvature;
        addTo(steps, length, direction, example);
        addTo(residual, -length, products, example);
        addTo(residual, -length * lambda, direction, example);
        double next = dot(residual, residual, example);
        double share = next / squares[example];
        squares[example] = next;
        for (int i = example * entries; i < (example + 1) * entries; i++) {
            direction[i] = residual[i] + share * direction[i];
        }
        active[example] = next > goals[example];
    }

    private void addTo(double[] target, double factor, double[] other, int example) {
        for (int i = example * entries; i < (example + 1) * entries; i++) {
            target[i] += factor * other[i];
        }
    }

    private double dot(double[] a, double[] b, int example) {
        double sum = 0;
        for (int i = example * entries; i < (example + 1) * entries; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
