package org.physgrad.plugins;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.physgrad.files.WholeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder whose jars are plug-ins: a jar that is dropped there is installed, one that changes is updated, one that is taken away is removed, at the start and
 * while the program runs.
 */
final class DropFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);

    /** A file that is being copied changes more often than this. */
    private static final long QUIET_MS = 500;

    /** What came of a jar: its hash when it was last looked at, and the name of the plug-in that came from it, empty if none did. */
    private record Seen(String sha256, String plugin) {}

    private final Path folder;
    private final Plugins plugins;
    private final WatchService changes;

    private DropFolder(Path folder, Plugins plugins, WatchService changes) {
        this.folder = folder;
        this.plugins = plugins;
        this.changes = changes;
    }

    /** Takes in what is there, and follows the folder from then on; empty where folders cannot be followed. */
    static Optional<DropFolder> follow(Path folder, Plugins plugins) {
        try {
            Files.createDirectories(folder);
            WatchService changes = folder.getFileSystem().newWatchService();
            folder.register(
                    changes,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            DropFolder dropped = new DropFolder(folder, plugins, changes);
            dropped.takeIn();
            Thread thread = new Thread(dropped::watch, "watched folder of plug-ins");
            thread.setDaemon(true);
            thread.start();
            return Optional.of(dropped);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.info("The folder {} cannot be watched for plug-ins: {}", folder, e.toString());
            return Optional.empty();
        }
    }

    void close() {
        try {
            changes.close();
        } catch (IOException e) {
            LOG.info("The watch of {} was not closed", folder, e);
        }
    }

    private void watch() {
        try {
            while (true) {
                WatchKey key = changes.take();
                while (key != null) {
                    key.pollEvents();
                    key.reset();
                    key = changes.poll(QUIET_MS, TimeUnit.MILLISECONDS);
                }
                takeIn();
            }
        } catch (ClosedWatchServiceException e) {
            LOG.debug("The folder {} is no longer watched", folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeIn() {
        try {
            Map<String, Seen> before = record();
            Map<String, Seen> now = new TreeMap<>(before);
            for (String gone : new ArrayList<>(before.keySet())) {
                if (!Files.exists(folder.resolve(gone))) {
                    remove(now.remove(gone).plugin());
                }
            }
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
                for (Path jar : jars) {
                    String hash = Downloads.sha256(Files.readAllBytes(jar));
                    String name = jar.getFileName().toString();
                    String last = before.containsKey(name) ? before.get(name).plugin() : "";
                    if (!before.containsKey(name) || !before.get(name).sha256().equals(hash)) {
                        String plugin = put(jar).orElse(last);
                        if (!plugin.equals(last)) {
                            remove(last);
                        }
                        now.put(name, new Seen(hash, plugin));
                    }
                }
            }
            if (!now.equals(before)) {
                byte[] json = new Gson().toJson(now).getBytes(StandardCharsets.UTF_8);
                WholeFile.write(file(), out -> out.write(json));
            }
        } catch (IOException | JsonParseException e) {
            LOG.warn("The folder of dropped plug-ins, {}, cannot be followed: {}", folder, e.toString());
        }
    }

    /** Installs or updates; gives the name of the plug-in, none if it was refused. */
    private Optional<String> put(Path jar) {
        PluginSource source = PluginSource.of(jar.toUri());
        try {
            Plan plan = plugins.explain(source);
            if (plan.replaces().isEmpty()) {
                plugins.install(source, LOG::info);
            } else if (!plan.replaces().get().equals(plan.plugin())) {
                plugins.update(source, LOG::info);
            }
            return Optional.of(plan.plugin().name());
        } catch (PluginException e) {
            LOG.warn("{} is not installed: {}", jar, e.getMessage());
            return Optional.empty();
        }
    }

    private void remove(String plugin) {
        boolean installed =
                plugins.installed().stream().anyMatch(other -> other.name().equals(plugin));
        if (installed) {
            try {
                plugins.remove(plugin);
            } catch (PluginException e) {
                LOG.warn("{} is not removed: {}", plugin, e.getMessage());
            }
        }
    }

    private Map<String, Seen> record() throws IOException {
        Map<String, Seen> seen = Files.exists(file())
                ? new Gson().fromJson(Files.readString(file()), new TypeToken<Map<String, Seen>>() {}.getType())
                : null;
        return seen == null ? Map.of() : seen;
    }

    private Path file() {
        return folder.resolve(".seen.json");
    }
}
