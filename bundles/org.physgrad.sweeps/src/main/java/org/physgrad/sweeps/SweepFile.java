package org.physgrad.sweeps;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.physgrad.engine.experiment.Finding;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.engine.experiment.JsonFile;

/**
 * What a sweep file says, checked in itself but not against the parts that are installed.
 *
 * @param name name of the sweep
 * @param base the experiment that every job starts from
 * @param folder what the files that it names are relative to
 * @param axes what is varied
 * @param at iterations that the summary looks at, ascending
 * @param window iterations of the trailing mean
 */
record SweepFile(String name, JsonObject base, Path folder, List<Axis> axes, List<Integer> at, int window) {

    private static final List<String> KEYS =
            List.of("name", "experiment", "base", "vary", "cases", "scales", "at", "window");
    private static final List<String> SCALE_KEYS = List.of("experiment", "vary", "cases");

    /** Reads a file at one of its scales, or as it is; throws InvalidExperimentException with everything that is wrong. */
    static SweepFile read(Path file, Optional<String> scale) throws IOException {
        return new Parser(file, JsonFile.read(file)).parse(scale);
    }

    private static final class Parser {

        private final Path file;
        private final JsonObject root;
        private final List<Finding> findings = new ArrayList<>();

        Parser(Path file, JsonObject root) {
            this.file = file;
            this.root = root;
        }

        SweepFile parse(Optional<String> scale) throws IOException {
            checkKeys("", root, KEYS);
            JsonObject base = base();
            JsonObject vary = object("", root, "vary");
            JsonObject cases = object("", root, "cases");
            scale.ifPresent(name -> rescale(name, base, vary, cases));
            List<Axis> axes = axes(vary, cases);
            List<Integer> at = at();
            int window = root.has("window") ? wholeNumber("window", root.get("window")) : 1;
            if (!findings.isEmpty()) {
                throw new InvalidExperimentException(findings);
            }
            return new SweepFile(name(scale), base, baseFile().getParent(), axes, at, window);
        }

        private String name(Optional<String> scale) {
            String stem = file.getFileName().toString().replaceFirst("\\.json$", "");
            String name = root.has("name") ? root.get("name").getAsString() : stem;
            return scale.map(word -> name + "-" + word).orElse(name);
        }

        private JsonObject base() throws IOException {
            if (root.has("name") && !root.get("name").isJsonPrimitive()) {
                note("name", "is " + root.get("name") + ", expected a text");
            }
            if (root.has("experiment") == root.has("base")) {
                note("", file + " needs either \"experiment\": {...} or \"base\": \"experiment.json\"");
            } else if (root.has("experiment")) {
                return object("", root, "experiment");
            } else if (!root.get("base").isJsonPrimitive()) {
                note("base", "is " + root.get("base") + ", expected the path of an experiment file");
            } else {
                return JsonFile.read(baseFile());
            }
            return new JsonObject();
        }

        /** The file that the experiment stands in. */
        private Path baseFile() {
            Path own = file.toAbsolutePath();
            return root.has("base") ? own.resolveSibling(root.get("base").getAsString()) : own;
        }

        private void rescale(String name, JsonObject base, JsonObject vary, JsonObject cases) {
            JsonObject scales = object("", root, "scales");
            if (!scales.has(name)) {
                String known = scales.size() == 0
                        ? "the file has no scales"
                        : "there are " + String.join(", ", scales.keySet());
                note("scales", "there is no scale '" + name + "'; " + known);
                return;
            }
            String path = "scales." + name;
            JsonObject chosen = object("scales", scales, name);
            checkKeys(path, chosen, SCALE_KEYS);
            replace(base, object(path, chosen, "experiment"));
            object(path, chosen, "vary").entrySet().forEach(entry -> vary.add(entry.getKey(), entry.getValue()));
            JsonObject changed = object(path, chosen, "cases");
            for (String label : changed.keySet()) {
                if (changed.get(label).isJsonNull()) {
                    cases.remove(label);
                } else if (cases.has(label)) {
                    replace(object("cases", cases, label), object(path + ".cases", changed, label));
                } else {
                    note(path + ".cases", "there is no case '" + label + "'; there are " + cases.keySet());
                }
            }
        }

        private List<Axis> axes(JsonObject vary, JsonObject cases) {
            List<Axis> axes = new ArrayList<>();
            if (cases.size() > 0) {
                List<Axis.Value> values = new ArrayList<>();
                cases.keySet()
                        .forEach(label -> values.add(new Axis.Value(
                                label, object("cases", cases, label).asMap())));
                axes.add(new Axis(Axis.CASES, values));
            }
            for (Map.Entry<String, JsonElement> entry : vary.entrySet()) {
                try {
                    axes.add(Axis.of(entry.getKey(), entry.getValue()));
                } catch (IllegalArgumentException e) {
                    note("vary." + entry.getKey(), e.getMessage());
                }
            }
            return axes;
        }

        private List<Integer> at() {
            List<Integer> at = new ArrayList<>();
            if (root.has("at") && !root.get("at").isJsonArray()) {
                note("at", "is " + root.get("at") + ", expected a list of iterations");
            } else if (root.has("at")) {
                root.getAsJsonArray("at").forEach(value -> at.add(wholeNumber("at", value)));
            }
            return at.stream().sorted().toList();
        }

        private int wholeNumber(String path, JsonElement value) {
            try {
                int number = value.getAsBigDecimal().intValueExact();
                if (number >= 1) {
                    return number;
                }
            } catch (RuntimeException e) {
                // Of the many ways in which an element is no whole number, none says more than the message below.
            }
            note(path, "is " + value + ", expected a whole number from 1");
            return 1;
        }

        private void replace(JsonObject target, JsonObject values) {
            values.entrySet().forEach(entry -> JsonFile.set(target, entry.getKey(), entry.getValue()));
        }

        private JsonObject object(String path, JsonObject parent, String key) {
            JsonElement child = parent.get(key);
            if (child != null && !child.isJsonObject()) {
                note(join(path, key), "is " + child + ", expected an object { ... }");
            }
            return child != null && child.isJsonObject() ? child.getAsJsonObject() : new JsonObject();
        }

        private void checkKeys(String path, JsonObject object, List<String> keys) {
            for (String key : object.keySet()) {
                if (!keys.contains(key)) {
                    note(join(path, key), "is not a key here; there are " + String.join(", ", keys));
                }
            }
        }

        private void note(String path, String message) {
            findings.add(new Finding(path, message, false));
        }

        private static String join(String path, String key) {
            return path.isEmpty() ? key : path + "." + key;
        }
    }
}
