package org.physgrad.engine.experiment;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Parameter;
import org.physgrad.engine.catalog.PartType;
import org.physgrad.engine.catalog.ValueType;

/** Describes experiment files as JSON Schema (draft 2020-12), from the parts that are installed. */
public final class ExperimentSchema {

    private ExperimentSchema() {}

    /**
     * Describes whole experiments.
     *
     * @param catalog the installed parts
     * @return the schema
     */
    public static JsonObject experiment(Catalog catalog) {
        JsonObject properties = new JsonObject();
        ExperimentKeys.RUN.forEach(key -> properties.add(key.name(), value(key)));
        properties.add("problem", oneOf(catalog.types(Kind.PROBLEM), "type"));
        properties.add("network", oneOf(catalog.types(Kind.NETWORK), "type"));
        properties.add("optimizer", oneOf(catalog.types(Kind.OPTIMIZER), "type"));
        JsonArray schemes = new JsonArray();
        for (PartType type : catalog.types(Kind.SCHEME)) {
            JsonObject scheme = part(type, "scheme");
            JsonObject keys = scheme.getAsJsonObject("properties");
            ExperimentKeys.TRAINING.forEach(key -> keys.add(key.name(), value(key)));
            keys.add("solver", oneOf(catalog.types(Kind.SOLVER), "type"));
            schemes.add(scheme);
        }
        JsonObject training = new JsonObject();
        training.add("oneOf", schemes);
        properties.add("training", training);
        properties.add("data", data());
        JsonObject schema = object(properties, List.of("problem", "network", "training", "optimizer"));
        schema.addProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.addProperty("title", "PhysGrad experiment");
        return schema;
    }

    /**
     * Describes one part of an experiment.
     *
     * @param type the part's type
     * @return the schema of its object in an experiment
     */
    public static JsonObject part(PartType type) {
        return part(type, type.kind().equals(Kind.SCHEME) ? "scheme" : "type");
    }

    private static JsonObject data() {
        JsonObject properties = new JsonObject();
        ExperimentKeys.DATA.forEach(key -> properties.add(key.name(), value(key)));
        properties.add(ExperimentKeys.CONTEXT, texts("files of the arrays that the simulator needs beside x, by name"));
        properties.add(
                ExperimentKeys.SHA_256,
                texts("checksums that the files must have, by key such as effect or context.NAME; written by a run"));
        JsonObject schema = object(properties, List.of(ExperimentKeys.EFFECT.name()));
        schema.addProperty("description", "examples in files, in place of those that the problem generates");
        return schema;
    }

    private static JsonObject texts(String description) {
        JsonObject text = new JsonObject();
        text.addProperty("type", ValueType.TEXT.schemaName());
        JsonObject schema = new JsonObject();
        schema.addProperty("type", "object");
        schema.add("additionalProperties", text);
        schema.addProperty("description", description);
        return schema;
    }

    private static JsonObject part(PartType type, String typeKey) {
        JsonObject properties = new JsonObject();
        JsonObject name = new JsonObject();
        name.addProperty("const", type.name());
        properties.add(typeKey, name);
        type.parameters().forEach(parameter -> properties.add(parameter.name(), value(parameter)));
        JsonObject schema = object(properties, List.of(typeKey));
        schema.addProperty("title", type.title());
        schema.addProperty("description", type.description());
        return schema;
    }

    private static JsonObject oneOf(List<PartType> types, String typeKey) {
        JsonArray choices = new JsonArray();
        types.forEach(type -> choices.add(part(type, typeKey)));
        JsonObject schema = new JsonObject();
        schema.add("oneOf", choices);
        return schema;
    }

    private static JsonObject object(JsonObject properties, List<String> required) {
        JsonArray names = new JsonArray();
        required.forEach(names::add);
        JsonObject schema = new JsonObject();
        schema.addProperty("type", "object");
        schema.add("properties", properties);
        schema.add("required", names);
        schema.addProperty("additionalProperties", false);
        return schema;
    }

    private static JsonObject value(Parameter parameter) {
        JsonObject single = new JsonObject();
        single.addProperty("type", parameter.type().schemaName());
        parameter.min().ifPresent(min -> single.add("minimum", number(parameter.type(), min)));
        parameter.max().ifPresent(max -> single.add("maximum", number(parameter.type(), max)));
        if (!parameter.options().isEmpty()) {
            JsonArray options = new JsonArray();
            parameter.options().forEach(options::add);
            single.add("enum", options);
        }
        JsonObject schema = single;
        if (parameter.list()) {
            schema = new JsonObject();
            schema.addProperty("type", "array");
            schema.add("items", single);
        }
        schema.addProperty("description", parameter.description());
        schema.add("default", json(parameter.defaultValue()));
        return schema;
    }

    private static JsonElement json(Object value) {
        if (value instanceof List<?> list) {
            JsonArray array = new JsonArray();
            list.forEach(entry -> array.add(json(entry)));
            return array;
        }
        if (value instanceof Number number) {
            return new JsonPrimitive(number);
        }
        return value instanceof Boolean flag ? new JsonPrimitive(flag) : new JsonPrimitive(value.toString());
    }

    private static JsonPrimitive number(ValueType type, double bound) {
        return type == ValueType.INTEGER ? new JsonPrimitive((long) bound) : new JsonPrimitive(bound);
    }
}
