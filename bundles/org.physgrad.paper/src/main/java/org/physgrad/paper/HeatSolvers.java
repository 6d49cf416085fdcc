package org.physgrad.paper;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.paper.FreshProblems.Descent;
import org.physgrad.visuals.chart.CurveStyle.Pattern;
import org.physgrad.visuals.chart.Scale;

/** Figure 4: single heat problems, solved without a network. */
final class HeatSolvers implements Computation {

    private static final int EXAMPLES = 4;
    private static final int DESCENT = 300;
    private static final int SEARCH = 100;
    private static final int EARLY = 100;
    private static final String METRIC = "x_l1";

    @Override
    public Findings compute(Catalog catalog, ResultsFolder results, PageFolder page) throws IOException {
        try (FreshProblems problems = new FreshProblems(catalog, "heat", EXAMPLES)) {
            Descent descent = problems.solve("gradient-descent", Map.of("learningRate", 1.0), DESCENT, METRIC);
            Descent inverse = problems.solve("heat-inverse", Map.of("absoluteUncertainty", 1e-8), SEARCH, METRIC);
            String file = page.draw(
                    "figure-4-single",
                    new DescentChart("summed error of the initial temperature", Scale.LOG)
                            .add(Method.DESCENT, "gradient descent, eta = 1", Pattern.SOLID, descent.errors())
                            .add(Method.PHYSICAL, "damped inverse", Pattern.SOLID, inverse.errors())
                            .chart());
            double after = descent.losses()[EARLY];
            return new Findings(
                    List.of(Gallery.of(
                            file,
                            ("Single problems from x = 0, without a network: mean error of %d fresh problems, 64 x 64 cells. The damped inverse takes an uncertainty of"
                                            + " 1e-6 of each value plus 1e-8.")
                                    .formatted(EXAMPLES))),
                    List.of(new Result(
                            "Single problems: gradient descent works with eta = 1",
                            "the loss falls in " + EARLY + " iterations",
                            "L = " + Claims.number(descent.firstLoss()) + " before, " + Claims.number(after) + " after",
                            EXAMPLES + " problems",
                            Verdict.of(after < descent.firstLoss()))));
        }
    }
}
