package org.physgrad.cli.arrays;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.physgrad.api.Problem;
import org.physgrad.check.GradientReport;
import org.physgrad.check.ProblemCheck;
import org.physgrad.engine.catalog.Kind;

/** Checks problems: their contract and their gradients. */
final class ProblemPartCheck implements PartCheck<Problem> {

    @Override
    public Kind<Problem> kind() {
        return Kind.PROBLEM;
    }

    @Override
    public boolean run(String type, Problem problem, CheckRequest request) {
        if (!request.print(ProblemCheck.contract(problem, request.batch(), request.random()))) {
            return false; // gradients of wrong shapes would fail in ways that explain nothing
        }
        List<GradientReport> reports =
                ProblemCheck.gradients(problem, request.batch(), request.directions(), request.random());
        reports.forEach(report -> print(report, request.out()));
        return reports.stream().allMatch(GradientReport::passed);
    }

    private static void print(GradientReport report, PrintWriter out) {
        out.println(report.subject());
        out.println("       step     cosine   relative error");
        for (GradientReport.Row row : report.rows()) {
            out.printf(Locale.ROOT, "   %8.0e %10.7f   %14.3e%n", row.step(), row.cosine(), row.relativeError());
        }
        out.printf(
                Locale.ROOT,
                "   %s: relative error %.3e at the best step of example %d, the worst one; at most %.0e passes%n",
                report.passed() ? "passed" : "FAILED",
                report.worstError(),
                report.worstExample(),
                report.tolerance());
    }
}
