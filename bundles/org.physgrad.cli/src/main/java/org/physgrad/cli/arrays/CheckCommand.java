package org.physgrad.cli.arrays;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.Problem;
import org.physgrad.api.RandomStreams;
import org.physgrad.cli.CommandException;
import org.physgrad.cli.ExitCode;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.catalog.PartType;
import org.physgrad.engine.check.GradientReport;
import org.physgrad.engine.check.ProblemCheck;
import org.physgrad.engine.check.SolverCheck;
import org.physgrad.engine.check.SolverCheck.Verdict;
import org.physgrad.engine.experiment.Names;
import org.physgrad.math.PhiloxStreams;
import org.physgrad.ml.MlPlatform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a problem's gradients or a solver's contract. */
@Command(
        name = "check",
        description = {
            "Checks a problem or an inverse solver, also of a plug-in.",
            "PROBLEM: compares its gradients with central finite differences.",
            "SOLVER: runs the contract of inverse solvers on every problem that it serves.",
            "Exit code 1 if a check fails."
        })
final class CheckCommand implements Callable<Integer> {

    private final Catalog catalog;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROBLEM|SOLVER", description = "type name of a problem or an inverse solver")
    private String type;

    @Option(names = "--set", paramLabel = "key=value", description = "a parameter of what is checked")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--problem", paramLabel = "NAME", description = "check a solver on this problem only")
    private String only;

    @Option(
            names = "--directions",
            paramLabel = "K",
            description = "random directions per gradient (default: ${DEFAULT-VALUE})")
    private int directions = 5;

    @Option(names = "--batch", paramLabel = "N", description = "examples, at least 2 (default: ${DEFAULT-VALUE})")
    private int batch = 4;

    @Option(names = "--seed", paramLabel = "N", description = "seed of examples and directions (default: 0)")
    private long seed;

    CheckCommand(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Integer call() {
        if (directions < 1 || batch < 2) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--directions is " + directions + " and --batch is " + batch + ", expected at least 1 and 2");
        }
        MlPlatform.start(0);
        PrintWriter out = spec.commandLine().getOut();
        RandomStreams random = new PhiloxStreams(seed, 0);
        boolean passed;
        if (catalog.type(Kind.PROBLEM, type).isPresent()) {
            passed = checkProblem(random, out);
        } else if (catalog.type(Kind.SOLVER, type).isPresent()) {
            passed = checkSolver(random, out);
        } else {
            throw unknown();
        }
        out.println(type + (passed ? ": passed" : ": FAILED"));
        out.flush();
        return passed ? ExitCode.DONE : ExitCode.FAILED;
    }

    private boolean checkProblem(RandomStreams random, PrintWriter out) {
        try (Part<Problem> part = PartMaker.make(catalog, Kind.PROBLEM, type, settings)) {
            List<GradientReport> reports = ProblemCheck.run(part.get(), batch, directions, random);
            reports.forEach(report -> print(report, out));
            return reports.stream().allMatch(GradientReport::passed);
        }
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

    private boolean checkSolver(RandomStreams random, PrintWriter out) {
        boolean passed = true;
        int served = 0;
        try (Part<InverseSolver> solver = PartMaker.make(catalog, Kind.SOLVER, type, settings)) {
            for (String name : problems()) {
                try (Part<Problem> problem = PartMaker.make(catalog, Kind.PROBLEM, name, Map.of())) {
                    Optional<String> reason = solver.get().refuses(problem.get());
                    if (reason.isPresent()) {
                        out.println(name + ": refused because " + reason.get());
                    } else {
                        served++;
                        passed &= checkSolver(solver.get(), name, problem.get(), random, out);
                    }
                }
            }
        }
        if (served == 0) {
            throw new CommandException(
                    ExitCode.FAILED, type + " serves none of these problems, so there is nothing to check", null);
        }
        return passed;
    }

    private List<String> problems() {
        return only != null
                ? List.of(only)
                : catalog.types(Kind.PROBLEM).stream().map(PartType::name).toList();
    }

    private boolean checkSolver(
            InverseSolver solver, String name, Problem problem, RandomStreams random, PrintWriter out) {
        out.println(name);
        boolean passed = true;
        for (SolverCheck.Clause clause : SolverCheck.run(solver, problem, batch, random)) {
            String verdict = switch (clause.verdict()) {
                case PASSED -> "passed";
                case NOTE -> "note  ";
                case FAILED -> "FAILED";
            };
            out.println(
                    "   " + verdict + "  " + clause.text() + (clause.detail().isEmpty() ? "" : ": " + clause.detail()));
            out.flush();
            passed &= clause.verdict() != Verdict.FAILED;
        }
        return passed;
    }

    private CommandException unknown() {
        List<String> known = Stream.of(Kind.PROBLEM, Kind.SOLVER)
                .flatMap(kind -> catalog.types(kind).stream())
                .map(PartType::name)
                .toList();
        return new CommandException(
                ExitCode.MISSING_PLUGIN,
                "no problem or solver '" + type + "' is installed; " + Names.advice(type, known),
                null);
    }
}
