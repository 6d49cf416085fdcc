package org.physgrad.engine.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Parameter;
import org.physgrad.engine.catalog.PartType;
import org.physgrad.engine.catalog.ValueType;

/** Reads one JSON object key by key, and notes every key that is wrong instead of stopping at the first. */
final class ObjectReader {

    private final String path;
    private final JsonObject object;
    private final List<Finding> findings;
    private final Set<String> known = new LinkedHashSet<>();

    ObjectReader(String path, JsonObject object, List<Finding> findings) {
        this.path = path;
        this.object = object;
        this.findings = findings;
    }

    /** Reads a value, or gives the default where the key is missing or its value is wrong. */
    Object value(Parameter parameter) {
        known.add(parameter.name());
        JsonElement element = object.get(parameter.name());
        if (element == null) {
            requireFinite(parameter);
            return parameter.defaultValue();
        }
        Optional<Object> value = parameter.list() ? list(parameter, element) : single(parameter, element);
        if (value.isEmpty()) {
            note(parameter.name(), "is " + element + ", allowed: " + parameter.allowed());
        }
        return value.orElse(parameter.defaultValue());
    }

    /** A part may declare any default, but no file can hold one that is not finite, and a run keeps all values in a file. */
    private void requireFinite(Parameter parameter) {
        if (parameter.defaultValue() instanceof Double number && !Double.isFinite(number)) {
            note(parameter.name(), "is missing, and the default " + number + " is no finite number; give one");
        }
    }

    /** Opens the object under a key; a missing one reads as empty. */
    ObjectReader child(String key) {
        known.add(key);
        JsonElement element = object.get(key);
        if (element != null && !element.isJsonObject()) {
            note(key, "is " + element + ", expected an object { ... }");
        }
        JsonObject child = element != null && element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
        return new ObjectReader(join(key), child, findings);
    }

    /** Reads an object of texts by name; a missing one reads as empty, and what is no text is left out. */
    Map<String, String> texts(String key) {
        ObjectReader child = child(key);
        Map<String, String> texts = new LinkedHashMap<>();
        child.object.entrySet().forEach(entry -> {
            if (entry.getValue().isJsonPrimitive()
                    && entry.getValue().getAsJsonPrimitive().isString()) {
                texts.put(entry.getKey(), entry.getValue().getAsString());
            } else {
                child.note(entry.getKey(), "is " + entry.getValue() + ", allowed: text");
            }
        });
        return texts;
    }

    boolean has(String key) {
        known.add(key);
        return object.has(key);
    }

    /** Reads this object as a part whose type stands under a key; empty if the type is not installed. */
    Optional<PartSpec> part(Catalog catalog, Kind<?> kind, String typeKey) {
        known.add(typeKey);
        List<String> installed =
                catalog.types(kind).stream().map(PartType::name).toList();
        JsonElement element = object.get(typeKey);
        if (element == null
                || !element.isJsonPrimitive()
                || !element.getAsJsonPrimitive().isString()) {
            String what = element == null ? "is missing" : "is " + element;
            note(
                    typeKey,
                    what + ", expected the name of an installed " + kind.name() + "; known: "
                            + String.join(", ", installed));
            known.addAll(object.keySet());
            return Optional.empty();
        }
        String name = element.getAsString();
        Optional<PartType> type = catalog.type(kind, name);
        if (type.isEmpty()) {
            String message = "no " + kind.name() + " '" + name + "' is installed; " + Names.advice(name, installed);
            findings.add(new Finding(join(typeKey), message, true));
            known.addAll(object.keySet());
            return Optional.empty();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : type.get().parameters()) {
            values.put(parameter.name(), value(parameter));
        }
        return Optional.of(new PartSpec(name, values));
    }

    /** Notes every key that nobody asked for. */
    void finish() {
        for (String key : object.keySet()) {
            if (!known.contains(key)) {
                note(key, "is not a key here; " + Names.advice(key, known));
            }
        }
    }

    void note(String key, String message) {
        findings.add(new Finding(join(key), message, false));
    }

    private String join(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static Optional<Object> list(Parameter parameter, JsonElement element) {
        if (!element.isJsonArray()) {
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        for (JsonElement entry : element.getAsJsonArray()) {
            Optional<Object> value = single(parameter, entry);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(values);
    }

    private static Optional<Object> single(Parameter parameter, JsonElement element) {
        if (!element.isJsonPrimitive()) {
            return Optional.empty();
        }
        JsonPrimitive primitive = element.getAsJsonPrimitive();
        return switch (parameter.type()) {
            case TEXT ->
                Optional.of(primitive)
                        .filter(JsonPrimitive::isString)
                        .<Object>map(JsonPrimitive::getAsString)
                        .filter(text -> parameter.options().isEmpty()
                                || parameter.options().contains(text));
            case BOOLEAN ->
                Optional.of(primitive).filter(JsonPrimitive::isBoolean).map(JsonPrimitive::getAsBoolean);
            case INTEGER, REAL ->
                Optional.of(primitive)
                        .filter(JsonPrimitive::isNumber)
                        .map(JsonPrimitive::getAsBigDecimal)
                        .filter(number -> inRange(parameter, number))
                        .flatMap(number -> number(parameter.type(), number));
        };
    }

    private static boolean inRange(Parameter parameter, BigDecimal number) {
        double value = number.doubleValue();
        return Double.isFinite(value)
                && value >= parameter.min().orElse(Double.NEGATIVE_INFINITY)
                && value <= parameter.max().orElse(Double.POSITIVE_INFINITY);
    }

    private static Optional<Object> number(ValueType type, BigDecimal number) {
        if (type == ValueType.REAL) {
            return Optional.of(number.doubleValue());
        }
        try {
            return Optional.of(number.longValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }
}
