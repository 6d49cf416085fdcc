package org.physgrad.engine.experiment;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonSyntaxException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** JSON objects as people write them into files: read strictly, and changed by path. */
public final class JsonFile {

    private static final Gson GSON = new Gson();

    private JsonFile() {}

    /**
     * Reads a file that holds an object.
     *
     * @param file a JSON file
     * @return the object
     * @throws IOException if the file cannot be read
     * @throws InvalidExperimentException if it holds something else
     */
    public static JsonObject read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return object(reader, file.toString());
        }
    }

    /**
     * Reads text that is to become such a file.
     *
     * @param text JSON
     * @return the object
     * @throws InvalidExperimentException if it is no object; the message says where it stops being one
     */
    public static JsonObject parse(String text) {
        return object(new StringReader(text), "The text");
    }

    private static JsonObject object(Reader reader, String name) {
        JsonElement root;
        try {
            root = parse(reader);
        } catch (JsonParseException e) {
            throw invalid("", name + " is not JSON: " + reason(e));
        }
        if (root == null || !root.isJsonObject()) {
            throw invalid("", name + " must hold an object { ... }");
        }
        return root.getAsJsonObject();
    }

    /**
     * Replaces a value.
     *
     * @param root where
     * @param path keys joined by dots, such as {@code problem.resolution}; objects that are missing on the way are made
     * @param value the new value
     * @throws InvalidExperimentException if the path leads through something that is no object
     */
    public static void set(JsonObject root, String path, JsonElement value) {
        String[] keys = path.split("\\.", -1);
        JsonObject object = root;
        for (int i = 0; i < keys.length - 1; i++) {
            if (!object.has(keys[i])) {
                object.add(keys[i], new JsonObject());
            }
            JsonElement child = object.get(keys[i]);
            if (!child.isJsonObject()) {
                throw invalid(path, "'" + keys[i] + "' is " + child + ", which has no keys of its own");
            }
            object = child.getAsJsonObject();
        }
        object.add(keys[keys.length - 1], value);
    }

    static JsonElement parse(Reader reader) {
        JsonReader json = new JsonReader(reader);
        json.setStrictness(Strictness.STRICT);
        JsonElement root = GSON.fromJson(json, JsonElement.class);
        if (root != null && !ends(json)) {
            throw new JsonSyntaxException("there is text after its end");
        }
        return root;
    }

    private static boolean ends(JsonReader json) {
        try {
            return json.peek() == JsonToken.END_DOCUMENT;
        } catch (IOException e) {
            return false; // no JSON either
        }
    }

    /** Gson's messages start with Java class names, advise programmers and end with a link; people need none of it. */
    private static String reason(JsonParseException e) {
        String message = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
        return message.lines()
                .findFirst()
                .orElse(message)
                .replaceFirst("^Use JsonReader\\S+ to accept malformed JSON", "it is malformed")
                .replaceFirst(" path \\$\\S*$", "");
    }

    private static InvalidExperimentException invalid(String path, String message) {
        return new InvalidExperimentException(List.of(new Finding(path, message, false)));
    }
}
