package org.physgrad.sweeps;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One thing that a sweep varies: a path with its values, or labelled cases that set several paths at once. */
record Axis(String path, List<Value> values) {

    /** The name of the axis of cases, which belongs to no single path. */
    static final String CASES = "case";

    private static final JsonElement LINEAR = new JsonPrimitive("linear");
    private static final JsonElement LOG = new JsonPrimitive("log");

    /** One value of an axis: a label for names and tables, and what it sets. */
    record Value(String label, Map<String, JsonElement> settings) {}

    /** Reads {@code [..]} or {@code {"from":, "to":, "count":, "scale":}}; throws IllegalArgumentException with a message for people. */
    static Axis of(String path, JsonElement element) {
        List<Value> values = new ArrayList<>();
        if (element.isJsonArray()) {
            JsonArray array = element.getAsJsonArray();
            if (array.isEmpty()) {
                throw new IllegalArgumentException("the list is empty; give at least one value");
            }
            array.forEach(value -> values.add(value(path, value)));
        } else if (element.isJsonObject()) {
            range(element.getAsJsonObject()).forEach(value -> values.add(value(path, value)));
        } else {
            throw new IllegalArgumentException(
                    "expected a list [...] or a range {\"from\", \"to\", \"count\"}, but it is " + element);
        }
        return new Axis(path, values);
    }

    private static Value value(String path, JsonElement value) {
        if (value.isJsonObject() && value.getAsJsonObject().keySet().equals(Set.of("label", "value"))) {
            JsonObject labelled = value.getAsJsonObject();
            JsonElement label = labelled.get("label");
            if (!label.isJsonPrimitive()) {
                throw new IllegalArgumentException("\"label\" is " + label + "; it must be a text");
            }
            return new Value(label.getAsString(), Map.of(path, labelled.get("value")));
        }
        return new Value(label(value), Map.of(path, value));
    }

    private static String label(JsonElement value) {
        if (value.isJsonPrimitive()) {
            return value.getAsString();
        }
        if (value.isJsonObject()) {
            for (String key : List.of("type", "scheme")) {
                JsonElement name = value.getAsJsonObject().get(key);
                if (name != null && name.isJsonPrimitive()) {
                    return name.getAsString();
                }
            }
        }
        return value.toString();
    }

    private static List<JsonElement> range(JsonObject range) {
        for (String key : range.keySet()) {
            if (!List.of("from", "to", "count", "scale").contains(key)) {
                throw new IllegalArgumentException(
                        "a range has no '" + key + "'; it is {\"from\", \"to\", \"count\", \"scale\"}");
            }
        }
        if (!range.has("from") || !range.has("count")) {
            throw new IllegalArgumentException("a range needs \"from\" and \"count\"");
        }
        double from = number(range, "from");
        int count = (int) number(range, "count");
        if (count < 1 || count != number(range, "count")) {
            throw new IllegalArgumentException(
                    "\"count\" is " + range.get("count") + "; it must be a whole number from 1");
        }
        double to = range.has("to") ? number(range, "to") : from + count - 1;
        JsonElement scale = range.has("scale") ? range.get("scale") : LINEAR;
        boolean log = scale.equals(LOG);
        if (!log && !scale.equals(LINEAR)) {
            throw new IllegalArgumentException("\"scale\" is " + scale + "; it is \"linear\" or \"log\"");
        }
        if (log && (from <= 0 || to <= 0)) {
            throw new IllegalArgumentException("a logarithmic range needs \"from\" and \"to\" above 0");
        }
        List<JsonElement> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double t = count == 1 ? 0 : (double) i / (count - 1);
            double value = log ? from * Math.pow(to / from, t) : from + (to - from) * t;
            // Eleven digits: enough to tell values apart, few enough to hide that 0.1 * 3 is not 0.3.
            BigDecimal rounded = new BigDecimal(value, new MathContext(11)).stripTrailingZeros();
            values.add(new JsonPrimitive(rounded.scale() <= 0 ? rounded.setScale(0) : rounded));
        }
        return values;
    }

    private static double number(JsonObject range, String key) {
        JsonElement value = range.get(key);
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()) {
            throw new IllegalArgumentException("\"" + key + "\" is " + value + "; it must be a number");
        }
        return value.getAsDouble();
    }
}
