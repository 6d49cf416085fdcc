package org.physgrad.paper;

import java.util.List;

/**
 * The training figures of one problem: a sweep, and what the paper says of its curves.
 *
 * @param sweep name of the sweep file, without its ending
 * @param title heading
 * @param metric the error that is compared
 * @param claims what the paper says
 */
record Training(String sweep, String title, String metric, List<Claim> claims) {

    private static final String ADAM = "adam";
    private static final String PHYSICAL = "physical-gradient";

    /** All problems, in the order of the paper. */
    static final List<Training> ALL = List.of(sine(), poisson(), heat(), fluid());

    private static Training sine() {
        int end = 10000;
        String best = "best seed at most 3e-5";
        return new Training(
                "sine",
                "Figures 2 and 8: min sin(a/x), `residual` = mean of sin(a/x) + 1",
                "residual",
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
                        SeedClaims.best("Physical gradients reach about 1e-5: Newton", best, "newton", end, 3e-5),
                        SeedClaims.best(
                                "Physical gradients reach about 1e-5: inverse gradient",
                                best,
                                "inverse-gradient",
                                end,
                                3e-5),
                        SeedClaims.best(
                                "Physical gradients reach about 1e-5: inverse physics",
                                best,
                                "inverse-physics",
                                end,
                                3e-5),
                        SeedClaims.convergedShare(
                                "Newton converges in fewer than half of the initialisations",
                                "fewer than half of the seeds below 0.01",
                                "newton",
                                end,
                                share -> share < 0.5),
                        SeedClaims.convergedShare(
                                "Inverse physics converges in all initialisations",
                                "all seeds below 0.01",
                                "inverse-physics",
                                end,
                                share -> share == 1),
                        Claims.factor(
                                "Physical gradients are 1000 times better than conventional training (Adam)",
                                ADAM,
                                "inverse-physics",
                                end,
                                1000),
                        figure12("inverse-physics")));
    }

    private static Training poisson() {
        return new Training(
                "poisson",
                "Figures 3 and 9: Poisson, `x_l1` = summed error of the source",
                "x_l1",
                List.of(
                        Claims.slowdown("Adam slows down after about 200 iterations", ADAM, 200),
                        Claims.slowdown("SGD slows down after about 300 iterations", "sgd", 300),
                        Claims.factor("Adam is more accurate than SGD (here at iteration 300)", "sgd", ADAM, 300, 1),
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
                                ratio -> ratio < 1),
                        figure12(PHYSICAL)));
    }

    private static Training heat() {
        String lbfgs = "l-bfgs";
        return new Training(
                "heat",
                "Figures 4 and 10: heat, `x_l1` = summed error of the initial temperature",
                "x_l1",
                List.of(
                        Claims.slowdown("Adam decelerates between iterations 30 and 40", ADAM, 35),
                        Claims.factor(
                                "L-BFGS-B (n = 32) is about 20 % more accurate than Adam (here at iteration 100)",
                                ADAM, lbfgs, 100, 1.2),
                        Claims.cost(
                                "at 17 times the time per iteration",
                                "time ratio between 8.5 and 34",
                                lbfgs,
                                ADAM,
                                ratio -> ratio >= 8.5 && ratio <= 34),
                        Claims.equal(
                                "Inverse physics is on par with L-BFGS-B up to 35 iterations",
                                PHYSICAL,
                                lbfgs,
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
                        Claims.catchesUp("L-BFGS-B has it after 628 iterations", lbfgs, 628, ADAM, 10000),
                        Claims.cost(
                                "The damped inverse costs 7 % more per iteration",
                                "time ratio at most 1.1", PHYSICAL, ADAM, ratio -> ratio <= 1.1),
                        figure12(PHYSICAL)));
    }

    private static Training fluid() {
        return new Training(
                "fluid",
                "Figures 5 and 11: Navier-Stokes, `v0_l1` = summed error of the initial velocity",
                "v0_l1",
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
                        figure12(PHYSICAL),
                        Claims.factor(
                                "Ours, not the paper's: targets gain from the network's own prediction, beside the estimator's prior (here at iteration 200)",
                                "without-prediction",
                                PHYSICAL,
                                200,
                                1)));
    }

    private static Claim figure12(String method) {
        return Claims.cost(
                "Figure 12: iteration times of the gradient variants differ by less than 10 %",
                "time ratio between 0.91 and 1.1", method, ADAM, ratio -> ratio > 1 / 1.1 && ratio < 1.1);
    }
}
