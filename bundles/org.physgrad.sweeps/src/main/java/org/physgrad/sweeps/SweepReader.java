package org.physgrad.sweeps;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.experiment.DataSpec;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.engine.experiment.Finding;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.engine.experiment.JsonFile;
import org.physgrad.engine.training.TrainingRun;

/** Reads sweep files, makes their jobs, and checks each of them against the parts that are installed. */
public final class SweepReader {

    private final Catalog catalog;

    /**
     * Makes a reader.
     *
     * @param catalog the installed parts
     */
    public SweepReader(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Reads a sweep file.
     *
     * @param file a JSON file
     * @param scale name of the replacements in the file to apply, empty for the file as it is
     * @param threads processor threads of jobs whose experiment leaves them open
     * @return the sweep, every job resolved and checked
     * @throws IOException if a file cannot be read
     * @throws InvalidExperimentException with everything that is wrong, each finding with the job it was seen in first
     */
    public Sweep read(Path file, Optional<String> scale, int threads) throws IOException {
        SweepFile content = SweepFile.read(file, scale);
        return new Sweep(content.name(), jobs(content, threads), content.at(), content.window());
    }

    private List<Job> jobs(SweepFile file, int threads) {
        Problems problems = new Problems();
        List<Job> jobs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Map<String, Optional<DataSpec>> bound = new HashMap<>();
        for (Map<Axis, Axis.Value> choice : product(file.axes())) {
            String name = name(choice, true);
            if (!names.add(name)) {
                problems.add(name, new Finding("vary", "two jobs have this name; give the values labels", false));
                continue;
            }
            try {
                Experiment experiment = experiment(file.name() + "/" + name, file.base(), choice, threads)
                        .relativeTo(file.folder());
                String group = name(choice, false);
                if (!bound.containsKey(group)) { // whether the parts fit together does not depend on the seed
                    bound.put(group, bind(experiment));
                }
                Map<String, String> labels = new LinkedHashMap<>();
                choice.forEach((axis, value) -> labels.put(axis.path(), value.label()));
                jobs.add(new Job(name, group, labels, experiment.withData(bound.get(group))));
            } catch (InvalidExperimentException e) {
                e.findings().forEach(finding -> problems.add(name, finding));
            }
        }
        problems.throwIfAny();
        return jobs;
    }

    /** Makes sure that an experiment can be run; gives its files with their checksums, so that all jobs train with the same. */
    private Optional<DataSpec> bind(Experiment experiment) {
        try (TrainingRun run = TrainingRun.bind(catalog, experiment)) {
            return run.experiment().data();
        }
    }

    private Experiment experiment(String name, JsonObject base, Map<Axis, Axis.Value> choice, int threads) {
        JsonObject json = base.deepCopy();
        for (Axis.Value value : choice.values()) {
            value.settings().forEach((path, setting) -> JsonFile.set(json, path, setting.deepCopy()));
        }
        json.addProperty("name", name);
        if (!json.has("threads") || json.get("threads").equals(new JsonPrimitive(0))) {
            json.addProperty("threads", threads);
        }
        return new ExperimentReader(catalog).read(json);
    }

    private static List<Map<Axis, Axis.Value>> product(List<Axis> axes) {
        List<Map<Axis, Axis.Value>> choices = List.of(Map.of());
        for (Axis axis : axes) {
            List<Map<Axis, Axis.Value>> longer = new ArrayList<>();
            for (Map<Axis, Axis.Value> choice : choices) {
                for (Axis.Value value : axis.values()) {
                    Map<Axis, Axis.Value> more = new LinkedHashMap<>(choice);
                    more.put(axis, value);
                    longer.add(more);
                }
            }
            choices = longer;
        }
        return choices;
    }

    private static String name(Map<Axis, Axis.Value> choice, boolean withSeed) {
        List<String> words = new ArrayList<>();
        choice.forEach((axis, value) -> {
            if (withSeed || !axis.path().equals("seed")) {
                String key = axis.path().substring(axis.path().lastIndexOf('.') + 1);
                words.add(axis.path().equals(Axis.CASES) ? value.label() : key + "-" + value.label());
            }
        });
        String name = words.isEmpty() ? "all" : String.join("_", words);
        return name.replaceAll("[^A-Za-z0-9._-]", "-");
    }

    /** Gathers what is wrong, once for all jobs that share it. */
    private static final class Problems {

        private final Map<Finding, List<String>> jobsByFinding = new LinkedHashMap<>();

        void add(String job, Finding finding) {
            jobsByFinding.computeIfAbsent(finding, key -> new ArrayList<>()).add(job);
        }

        void throwIfAny() {
            List<Finding> findings = new ArrayList<>();
            jobsByFinding.forEach((finding, jobs) -> {
                String where = jobs.size() == 1 ? "" : " and " + (jobs.size() - 1) + " more";
                String message = finding.message() + " (job " + jobs.get(0) + where + ")";
                findings.add(new Finding(finding.path(), message, finding.missingPart()));
            });
            if (!findings.isEmpty()) {
                throw new InvalidExperimentException(findings);
            }
        }
    }
}
