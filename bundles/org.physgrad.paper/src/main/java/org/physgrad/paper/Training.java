package org.physgrad.paper;

import static org.physgrad.paper.Method.ADAM;
import static org.physgrad.paper.Method.INVERSE_GRADIENT;
import static org.physgrad.paper.Method.INVERSE_PHYSICS;
import static org.physgrad.paper.Method.LBFGS;
import static org.physgrad.paper.Method.NEWTON;
import static org.physgrad.paper.Method.PHYSICAL;
import static org.physgrad.paper.Method.SGD;

import java.util.List;

/**
 * What the paper shows of one problem: a sweep and what it says of its curves, and single problems that are solved without a network.
 *
 * @param sweep name of the sweep file, without its ending
 * @param title heading
 * @param metric the error that is compared
 * @param axis what the metric is, for people
 * @param claims what the paper says of training
 * @param conventional the methods that it compares physical gradients with
 * @param physical the methods with physical gradients whose iteration times Figure 12 shows beside Adam's
 * @param single what is computed without a network
 */
record Training(
        String sweep,
        String title,
        String metric,
        String axis,
        List<Claim> claims,
        List<String> conventional,
        List<String> physical,
        List<Computation> single) {

    /** All problems, in the order of the paper. */
    static final List<Training> ALL = List.of(sine(), poisson(), heat(), fluid());

    private static Training sine() {
        int end = 10000;
        String best = "best seed at most 3e-5";
        return new Training(
                "sine",
                "Figures 2, 7 and 8: min sin(a/x)",
                "residual",
                "mean of sin(a/x) + 1",
                List.of(
                        Claims.median(
                                "Supervised training with random x0 fails",
                                "median above 0.5",
                                "supervised-random",
                                end,
                                error -> error > 0.5),
                        Claims.median(
                                "Supervised training with x0 = 1 stops between 1e-1 and 1e-2",
                                "median between 0.01 and 0.1",
                                "supervised-1",
                                end,
                                error -> error >= 0.01 && error <= 0.1),
                        Claims.factor(
                                "It stops earlier for x0 < 1 (here 0.5)", "supervised-0.5", "supervised-1", end, 1),
                        Claims.median(
                                "Adam stays at about 1e-2 and never quite converges",
                                "median between 0.003 and 0.03",
                                ADAM,
                                end,
                                error -> error >= 0.003 && error <= 0.03),
                        SeedClaims.best("Physical gradients reach about 1e-5: Newton", best, NEWTON, end, 3e-5),
                        SeedClaims.best(
                                "Physical gradients reach about 1e-5: inverse gradient",
                                best,
                                INVERSE_GRADIENT,
                                end,
                                3e-5),
                        SeedClaims.best(
                                "Physical gradients reach about 1e-5: inverse physics",
                                best,
                                INVERSE_PHYSICS,
                                end,
                                3e-5),
                        SeedClaims.convergedShare(
                                "Newton converges in fewer than half of the initialisations",
                                "fewer than half of the seeds below 0.01",
                                NEWTON,
                                end,
                                share -> share < 0.5),
                        SeedClaims.convergedShare(
                                "Inverse physics converges in all initialisations",
                                "all seeds below 0.01",
                                INVERSE_PHYSICS,
                                end,
                                share -> share == 1),
                        SeedClaims.worst(
                                "in some of them only to about 1e-4 (B.1)",
                                "worst seed between 3e-5 and 1e-3",
                                INVERSE_PHYSICS,
                                end,
                                error -> error >= 3e-5 && error <= 1e-3),
                        Claims.factor(
                                "Physical gradients are 1000 times better than conventional training: than Adam",
                                ADAM,
                                INVERSE_PHYSICS,
                                end,
                                1000),
                        Claims.factor(
                                "1000 times better than supervised training with x0 = 1",
                                "supervised-1",
                                INVERSE_PHYSICS,
                                end,
                                1000)),
                List.of(ADAM, "supervised-1"),
                List.of(NEWTON, INVERSE_GRADIENT, INVERSE_PHYSICS),
                List.of(new SineGradients()));
    }

    private static Training poisson() {
        return new Training(
                "poisson",
                "Figures 3 and 9: Poisson",
                "x_l1",
                "summed error of the source",
                List.of(
                        Claims.slowdown("Adam slows down after about 200 iterations", ADAM, 200),
                        Claims.slowdown("SGD slows down after about 300 iterations", SGD, 300),
                        Claims.worseAtEnd(
                                "Adam is more accurate than SGD (here after 300 iterations or more)", SGD, ADAM, 300),
                        Claims.steady("The curve of physical gradients is nearly exponential", PHYSICAL, 200),
                        Claims.factor(
                                "Physical gradients are 3 times better than Adam at iteration 60",
                                ADAM,
                                PHYSICAL,
                                60,
                                3),
                        Claims.factor("10 times better after 5000 iterations", ADAM, PHYSICAL, 5000, 10),
                        Claims.cost(
                                "An iteration with physical gradients is cheaper than one with the regular gradient",
                                "time ratio below 1",
                                PHYSICAL,
                                ADAM,
                                ratio -> ratio < 1)),
                List.of(ADAM, SGD),
                List.of(PHYSICAL),
                List.of(new PoissonSolvers()));
    }

    private static Training heat() {
        return new Training(
                "heat",
                "Figures 4 and 10: heat",
                "x_l1",
                "summed error of the initial temperature",
                List.of(
                        Claims.slowdown("Adam decelerates between iterations 30 and 40", ADAM, 35),
                        Claims.factor(
                                "L-BFGS-B (n = 32) is about 20 % more accurate than Adam (here at iteration 100)",
                                ADAM, LBFGS, 100, 1.2),
                        Claims.cost(
                                "at 17 times the time per iteration",
                                "time ratio between 8.5 and 34",
                                LBFGS,
                                ADAM,
                                ratio -> ratio >= 8.5 && ratio <= 34),
                        Claims.equal(
                                "Inverse physics is on par with L-BFGS-B up to 35 iterations",
                                PHYSICAL,
                                LBFGS,
                                35,
                                0.1),
                        Claims.factor("34 % more accurate than Adam at iteration 100", ADAM, PHYSICAL, 100, 1.34),
                        Claims.factor("130 % more accurate after 10,000 iterations", ADAM, PHYSICAL, 10000, 2.3),
                        Claims.catchesUp(
                                "Inverse physics has Adam's accuracy of iteration 10,000 after 138",
                                PHYSICAL,
                                138,
                                ADAM,
                                10000),
                        Claims.catchesUp("L-BFGS-B has it after 628 iterations", LBFGS, 628, ADAM, 10000),
                        Claims.cost(
                                "The damped inverse costs only 7 % more per iteration",
                                "time ratio at most 1.1", PHYSICAL, ADAM, ratio -> ratio <= 1.1)),
                List.of(ADAM),
                List.of(PHYSICAL),
                List.of(new HeatSolvers()));
    }

    private static Training fluid() {
        return new Training(
                "fluid",
                "Figures 5 and 11: Navier-Stokes",
                "v0_l1",
                "summed error of the initial velocity",
                List.of(
                        Claims.slowdown("Adam's error falls for about 100 iterations, then nearly stalls", ADAM, 100),
                        Claims.factor(
                                "Physical gradients are 2.3 times more accurate after 200 iterations",
                                ADAM,
                                PHYSICAL,
                                200,
                                2.3),
                        Claims.factor("5 times after 20,000", ADAM, PHYSICAL, 20000, 5),
                        Claims.catchesUp(
                                "Physical gradients need 55 iterations for Adam's accuracy of iteration 20,000",
                                PHYSICAL,
                                55,
                                ADAM,
                                20000),
                        Claims.factor(
                                "Ours, not the paper's: targets gain from the network's own prediction, beside the estimator's prior (here at iteration 200)",
                                "without-prediction",
                                PHYSICAL,
                                200,
                                1)),
                List.of(ADAM),
                List.of(PHYSICAL),
                List.of(new FluidSolvers()));
    }

    /** What Figure 12 says of the iteration times of this problem, by method. */
    List<Claim> iterationTimes() {
        return physical.stream()
                .map(method -> Claims.cost(
                        sweep + ": an iteration of " + Method.of(method).label()
                                + " takes less than 10 % longer than Adam's",
                        "time ratio at most 1.1",
                        method,
                        ADAM,
                        ratio -> ratio <= 1.1))
                .toList();
    }
}
