package org.physgrad.paper;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.paper.FreshProblems.Descent;
import org.physgrad.visuals.chart.CurveStyle.Pattern;
import org.physgrad.visuals.chart.Scale;

/** Figure 3: single Poisson problems, solved without a network. */
final class PoissonSolvers implements Computation {

    private static final int EXAMPLES = 4;
    private static final int DESCENT = 100;
    private static final int INVERSE = 100;
    private static final String METRIC = "x_l1";

    @Override
    public Findings compute(Catalog catalog, ResultsFolder results, PageFolder page) throws IOException {
        try (FreshProblems problems = new FreshProblems(catalog, "poisson", EXAMPLES)) {
            Descent slow = problems.solve("gradient-descent", Map.of("learningRate", 2e-5), DESCENT, METRIC);
            Descent fast = problems.solve("gradient-descent", Map.of("learningRate", 5e-5), DESCENT, METRIC);
            Descent inverse = problems.solve("poisson-inverse", Map.of(), INVERSE, METRIC);
            String file = page.draw(
                    "figure-3-single",
                    new DescentChart("summed error of the source", Scale.LINEAR)
                            .add(Method.DESCENT, "gradient descent, eta = 2e-5", Pattern.SOLID, slow.errors())
                            .add(Method.DESCENT, "gradient descent, eta = 5e-5", Pattern.DASHED, fast.errors())
                            .add(Method.PHYSICAL, "inverse of the physics", Pattern.SOLID, inverse.errors())
                            .chart());
            return new Findings(
                    List.of(Gallery.of(
                            file,
                            "Single problems from x = 0, without a network: mean error of %d fresh problems, 80 x 60 cells."
                                    .formatted(EXAMPLES))),
                    List.of(
                            descent("Single problems: gradient descent is stable at eta = 2e-5", slow, true),
                            descent("Single problems: it needs eta <= 2e-5 (here it is unstable at 5e-5)", fast, false),
                            oneStep(inverse)));
        }
    }

    private static Result descent(String claim, Descent descent, boolean falls) {
        double after = descent.losses()[DESCENT];
        return new Result(
                claim,
                "the loss " + (falls ? "falls" : "grows") + " in " + DESCENT + " iterations",
                "L = " + Claims.number(descent.firstLoss()) + " before, " + Claims.number(after) + " after",
                EXAMPLES + " problems",
                Verdict.of(after < descent.firstLoss() == falls));
    }

    private static Result oneStep(Descent inverse) {
        return new Result(
                "A single problem converges in one step with the inverse",
                "the loss falls by 1e6 or more",
                "L = " + Claims.number(inverse.firstLoss()) + " before, " + Claims.number(inverse.losses()[1])
                        + " after",
                EXAMPLES + " problems",
                Verdict.of(inverse.losses()[1] <= 1e-6 * inverse.firstLoss()));
    }
}
