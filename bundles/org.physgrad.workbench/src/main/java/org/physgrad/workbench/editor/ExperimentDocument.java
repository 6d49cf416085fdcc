package org.physgrad.workbench.editor;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.engine.experiment.JsonFile;
import org.physgrad.files.WholeFile;
import org.physgrad.workbench.spi.Registration;

/**
 * An experiment file while it is edited: its text is the truth, the form and the JSON view are two ways to change it. Every change that is JSON is in the file
 * at once, so that what is seen is what runs; undo brings back what was there before.
 */
final class ExperimentDocument {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private static final int STEPS_KEPT = 500;

    private final Path file;
    private final Deque<String> past = new ArrayDeque<>();
    private final Deque<String> future = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private String text;
    private String lastField = "";

    private ExperimentDocument(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    static ExperimentDocument open(Path file) throws IOException {
        return new ExperimentDocument(file, Files.readString(file));
    }

    Path file() {
        return file;
    }

    String text() {
        return text;
    }

    /** The experiment as JSON, empty while the text is none. */
    Optional<JsonObject> json() {
        return parse(text);
    }

    Registration follow(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Takes over what somebody else wrote into the file. */
    void reload() throws IOException {
        String found = Files.readString(file);
        if (!found.equals(text) && json().isPresent()) {
            change(found, "");
        }
    }

    /** Replaces the text. */
    void edit(String newText) throws IOException {
        if (!newText.equals(text)) {
            change(newText, "");
            save();
        }
    }

    /**
     * Sets a value. The text has to be JSON.
     *
     * @param path such as {@code problem.resolution}
     * @param value the value, empty to leave it to its default
     */
    void set(String path, Optional<JsonElement> value) throws IOException {
        JsonObject root = JsonFile.parse(text);
        String[] keys = path.split("\\.", -1);
        JsonObject object = root;
        for (int i = 0; i < keys.length - 1; i++) {
            if (!object.has(keys[i]) || !object.get(keys[i]).isJsonObject()) {
                object.add(keys[i], new JsonObject());
            }
            object = object.getAsJsonObject(keys[i]);
        }
        String key = keys[keys.length - 1];
        if (value.isPresent()) {
            object.add(key, value.get());
        } else {
            object.remove(key);
            for (int depth = keys.length - 1; depth > 0; depth--) {
                removeIfEmpty(root, Arrays.copyOf(keys, depth));
            }
        }
        String newText = GSON.toJson(root) + "\n";
        if (!newText.equals(text)) {
            change(newText, path);
            save();
        }
    }

    /** An object may be left out as a whole, but not without what it needs. */
    private static void removeIfEmpty(JsonObject root, String... keys) {
        JsonObject parent = root;
        for (int i = 0; i < keys.length - 1; i++) {
            parent = parent.getAsJsonObject(keys[i]);
        }
        String last = keys[keys.length - 1];
        if (parent.getAsJsonObject(last).isEmpty()) {
            parent.remove(last);
        }
    }

    boolean canUndo() {
        return !past.isEmpty();
    }

    boolean canRedo() {
        return !future.isEmpty();
    }

    void undo() throws IOException {
        if (canUndo()) {
            future.push(text);
            replace(past.pop());
        }
    }

    void redo() throws IOException {
        if (canRedo()) {
            past.push(text);
            replace(future.pop());
        }
    }

    private void replace(String newText) throws IOException {
        text = newText;
        lastField = "";
        tell();
        save();
    }

    /** What is typed into one field in a row is undone in one step. */
    private void change(String newText, String field) {
        if (field.isEmpty() || !field.equals(lastField)) {
            past.push(text);
            if (past.size() > STEPS_KEPT) {
                past.removeLast();
            }
        }
        lastField = field;
        future.clear();
        text = newText;
        tell();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    /** The file is never half of anything: the new content takes the place of the old in one go. */
    private void save() throws IOException {
        if (json().isEmpty()) {
            return; // while somebody types
        }
        WholeFile.writeText(file, text);
    }

    private static Optional<JsonObject> parse(String text) {
        try {
            return Optional.of(JsonFile.parse(text)); // as strictly as the engine reads the file
        } catch (InvalidExperimentException e) {
            return Optional.empty();
        }
    }

    /** Finds a value by its path. */
    static Optional<JsonElement> value(JsonObject root, String path) {
        JsonElement element = root;
        for (String key : path.split("\\.", -1)) {
            if (element == null || !element.isJsonObject()) {
                return Optional.empty();
            }
            element = element.getAsJsonObject().get(key);
        }
        return Optional.ofNullable(element);
    }
}
