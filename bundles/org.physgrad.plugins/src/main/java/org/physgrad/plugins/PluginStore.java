package org.physgrad.plugins;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.physgrad.files.WholeFile;

/**
 * The plug-ins on disk. One list names what is installed and in which folder; it is replaced as a whole, so that a kill at any moment leaves the old state or the
 * new one. Folders that the list does not name are leftovers, removed at the next change.
 */
final class PluginStore {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    /** An installed plug-in and the folder of its files. */
    record Entry(Plugin plugin, String folder) {}

    private record Index(List<Entry> plugins) {}

    private final Path root;

    PluginStore(Path root) {
        this.root = root;
    }

    List<Entry> entries() throws PluginException {
        Path file = index();
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return GSON.fromJson(Files.readString(file), Index.class).plugins();
        } catch (IOException | JsonParseException | NullPointerException e) {
            throw new PluginException(
                    "the list of plug-ins, " + file + ", cannot be read (" + e.getMessage()
                            + "); mend it, or remove it and install the plug-ins anew",
                    e);
        }
    }

    Optional<Entry> entry(String name) throws PluginException {
        return entries().stream()
                .filter(entry -> entry.plugin().name().equals(name))
                .findFirst();
    }

    Path file(Entry entry, String name) {
        return root.resolve(entry.folder()).resolve(name);
    }

    /** The feature that a plug-in came as; empty where it came as a bundle. */
    String feature(Entry entry) throws IOException {
        Path file = file(entry, PluginPackage.FEATURE);
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** Puts a plug-in in, in the place of one of the same name. */
    Entry put(PluginPackage source) throws PluginException {
        Plugin plugin = source.plugin();
        List<Entry> entries = new ArrayList<>(entries());
        try {
            Files.createDirectories(root);
            removeLeftovers(entries);
            Path folder = Files.createTempDirectory(root, plugin.name() + "-" + plugin.version() + "-");
            for (var file : source.files().entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            if (!source.feature().isEmpty()) {
                Files.writeString(folder.resolve(PluginPackage.FEATURE), source.feature());
            }
            Entry entry = new Entry(plugin, folder.getFileName().toString());
            entries.removeIf(old -> old.plugin().name().equals(plugin.name()));
            entries.add(entry);
            write(entries);
            return entry;
        } catch (IOException e) {
            throw new PluginException("cannot write to the folder of plug-ins, " + root + ": " + e.getMessage(), e);
        }
    }

    void remove(String name) throws PluginException {
        List<Entry> entries = new ArrayList<>(entries());
        entries.removeIf(entry -> entry.plugin().name().equals(name));
        try {
            write(entries);
            removeLeftovers(entries);
        } catch (IOException e) {
            throw new PluginException("cannot write to the folder of plug-ins, " + root + ": " + e.getMessage(), e);
        }
    }

    private void write(List<Entry> entries) throws IOException {
        List<Entry> sorted = entries.stream()
                .sorted(Comparator.comparing(entry -> entry.plugin().name()))
                .toList();
        WholeFile.writeText(index(), GSON.toJson(new Index(sorted)));
    }

    private void removeLeftovers(List<Entry> entries) throws IOException {
        List<String> known = entries.stream().map(Entry::folder).toList();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (Path folder : folders) {
                if (!known.contains(folder.getFileName().toString())) {
                    delete(folder);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private Path index() {
        return root.resolve("installed.json");
    }
}
