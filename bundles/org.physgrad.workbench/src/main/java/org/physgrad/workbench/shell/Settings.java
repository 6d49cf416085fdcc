package org.physgrad.workbench.shell;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What the window remembers from one start to the next, in a folder of the user's. */
final class Settings {

    private static final String FILE = "workbench.properties";

    private final Path folder;
    private final Properties values = new Properties();

    private Settings(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads the settings of the user: in {@code PHYSGRAD_CONFIG}, otherwise in {@code ~/.config/physgrad}.
     *
     * @throws IOException if the folder cannot be made or read
     */
    static Settings ofUser() throws IOException {
        String chosen = System.getenv("PHYSGRAD_CONFIG");
        return read(chosen == null ? Path.of(System.getProperty("user.home"), ".config", "physgrad") : Path.of(chosen));
    }

    static Settings read(Path folder) throws IOException {
        Settings settings = new Settings(Files.createDirectories(folder));
        Path file = folder.resolve(FILE);
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                settings.values.load(reader);
            }
        }
        return settings;
    }

    /** Where the layout of the views is kept. */
    Path layout() {
        return folder.resolve("workbench-layout.xml");
    }

    String get(String key, String otherwise) {
        return values.getProperty(key, otherwise);
    }

    int get(String key, int otherwise) {
        try {
            return Integer.parseInt(get(key, ""));
        } catch (NumberFormatException e) {
            return otherwise; // never written, or by hand
        }
    }

    void set(String key, Object value) {
        values.setProperty(key, value.toString());
    }

    void write() throws IOException {
        try (Writer writer = Files.newBufferedWriter(folder.resolve(FILE))) {
            values.store(writer, "PhysGrad workbench");
        }
    }
}
