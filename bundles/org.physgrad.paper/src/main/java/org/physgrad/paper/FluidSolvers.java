package org.physgrad.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.visuals.chart.CurveStyle.Pattern;
import org.physgrad.visuals.chart.Scale;

/** Figure 5: a single fluid problem, solved without a network; from tables of {@link FluidDescent}, whose gradient descent takes minutes. */
final class FluidSolvers implements Computation {

    private static final int PHYSICAL_STEPS = 100;
    private static final int DESCENT_STEPS = 20000;

    @Override
    public Findings compute(Catalog catalog, ResultsFolder results, PageFolder page) throws IOException {
        Optional<FluidDescent> found = FluidDescent.longest(results);
        List<Gallery> galleries = new ArrayList<>();
        if (found.isPresent()) {
            FluidDescent descent = found.get();
            String file = page.draw(
                    "figure-5-single",
                    new DescentChart("summed error of the initial velocity", Scale.LOG)
                            .add(Method.DESCENT, "gradient descent, eta = 1", Pattern.SOLID, descent.conventional())
                            .add(Method.PHYSICAL, "estimator of the inverse", Pattern.SOLID, descent.physical())
                            .chart());
            galleries.add(Gallery.of(
                    file,
                    "A single problem from a fluid at rest, without a network, 64 x 64 cells. The truth itself has an error, because"
                            + " `v0_l1` compares the velocity that the simulation uses with the one that was drawn."));
        }
        return new Findings(galleries, List.of(physical(found), conventional(found)));
    }

    private static Result physical(Optional<FluidDescent> found) {
        String claim = "Single problems: physical gradients converge in about 100 iterations";
        String criterion = "error below a tenth of the first, and within 1 % of its last value, at iteration 100";
        return found.map(descent -> {
                    double[] errors = descent.physical();
                    double there = errors[PHYSICAL_STEPS];
                    double last = errors[errors.length - 1];
                    return new Result(
                            claim,
                            criterion,
                            "%s at first, %s at %d, %s at %d"
                                    .formatted(
                                            Claims.number(errors[0]),
                                            Claims.number(there),
                                            PHYSICAL_STEPS,
                                            Claims.number(last),
                                            errors.length - 1),
                            "1 problem",
                            Verdict.of(there < errors[0] / 10 && Math.abs(there - last) <= 0.01 * last));
                })
                .orElseGet(() -> Result.notRun(claim, criterion));
    }

    /** A descent that is shorter than the paper's can only refute. */
    private static Result conventional(Optional<FluidDescent> found) {
        String claim = "Single problems: gradient descent (eta = 1) needs more than 20,000 iterations";
        String criterion = "error below the first, but still above that of physical gradients, after 20,000 iterations";
        return found.flatMap(descent -> {
                    double[] errors = descent.conventional();
                    int last = errors.length - 1;
                    double goal = descent.physical()[PHYSICAL_STEPS];
                    boolean above = errors[last] > goal;
                    if (above && last < DESCENT_STEPS) {
                        return Optional.empty();
                    }
                    boolean diverged = errors[last] > errors[0];
                    String text = "%s at first, %s at %d%s; physical gradient %s at %d"
                            .formatted(
                                    Claims.number(errors[0]),
                                    Claims.number(errors[last]),
                                    last,
                                    diverged ? ": it diverges" : "",
                                    Claims.number(goal),
                                    PHYSICAL_STEPS);
                    return Optional.of(new Result(claim, criterion, text, "1 problem", Verdict.of(above && !diverged)));
                })
                .orElseGet(() -> Result.notRun(claim, criterion));
    }
}
