package org.physgrad.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.ClassPathCatalog;
import org.physgrad.sweeps.Job;
import org.physgrad.sweeps.Sweep;
import org.physgrad.sweeps.SweepFolder;
import org.physgrad.sweeps.SweepReader;

/** Run folders of the Poisson problem whose errors are known functions of the iteration. */
final class RecordedRuns {

    static final Catalog CATALOG = ClassPathCatalog.of(RecordedRuns.class.getClassLoader());

    private static final Training POISSON = Training.ALL.stream()
            .filter(training -> training.sweep().equals("poisson"))
            .findFirst()
            .orElseThrow();

    private final Path path;

    RecordedRuns(Path path) {
        this.path = path;
    }

    ResultsFolder folder() {
        return new ResultsFolder(path);
    }

    /** Makes the run folder of a method. */
    void add(String scale, String method, int iterations, IntToDoubleFunction error) throws IOException {
        Path file = Files.writeString(path.resolve("poisson.json"), """
                { "experiment": { "problem": { "type": "sine" }, "network": { "type": "mlp" }, "training": { "scheme": "unsupervised" },
                                  "optimizer": { "type": "adam" }, "executor": "dl4j" },
                  "cases": { "adam": {}, "sgd": {}, "physical-gradient": {} }, "window": 64 }
                """);
        Sweep sweep = new SweepReader(CATALOG).read(file, Optional.empty(), 1);
        SweepFolder folder = SweepFolder.prepare(folder().sweep(scale, "poisson"), sweep, CATALOG);
        Job job = sweep.jobs(method).get(0);
        StringBuilder table = new StringBuilder("iteration,wall_s,cpu_s,x_l1\n");
        for (int i = 1; i <= iterations; i++) {
            table.append(String.format(Locale.ROOT, "%d,1,1,%s%n", i, error.applyAsDouble(i)));
        }
        Files.createDirectories(folder.run(job));
        Files.writeString(folder.run(job).resolve("metrics.csv"), table);
    }

    /** Decides one claim of the Poisson problem. */
    Result decide(String claim) throws IOException {
        return decide(POISSON.claims().stream()
                .filter(candidate -> candidate.statement().equals(claim))
                .findFirst()
                .orElseThrow());
    }

    /** Decides a claim by these runs. */
    Result decide(Claim claim) throws IOException {
        return claim.decide(folder().runs(CATALOG, POISSON));
    }
}
