package org.physgrad.plugins;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.physgrad.files.FileFailure;
import org.physgrad.files.Sha256;
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
    private final PluginManager plugins;
    private final WatchService changes;

    private DropFolder(Path folder, PluginManager plugins, WatchService changes) {
        this.folder = folder;
        this.plugins = plugins;
        this.changes = changes;
    }

    /** Takes in what is there, and follows the folder from then on; empty where folders cannot be followed. */
    static Optional<DropFolder> follow(Path folder, PluginManager plugins) {
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
            if (isChanged()) {
                plugins.exclusively(this::bringIn);
            }
            plugins.follow(); // another process that watches the folder may have been first
        } catch (IOException | JsonParseException e) {
            LOG.warn("The folder of dropped plug-ins, {}, cannot be followed: {}", folder, e.toString());
        } catch (PluginException e) {
            LOG.warn("The folder of dropped plug-ins, {}, cannot be followed: {}", folder, e.getMessage());
        }
    }

    private boolean isChanged() throws IOException {
        Map<String, String> recorded = new TreeMap<>();
        record().forEach((jar, seen) -> recorded.put(jar, seen.sha256()));
        return !recorded.equals(hashes());
    }

    /** The jars that are there, by name. */
    private Map<String, String> hashes() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : jars) {
                hashes.put(jar.getFileName().toString(), Sha256.of(Files.readAllBytes(jar)));
            }
        }
        return hashes;
    }

    private Map<String, Seen> bringIn() throws PluginException {
        try {
            return bringInWhatChanged();
        } catch (IOException e) {
            throw new PluginException(FileFailure.describe(e), e);
        }
    }

    private Map<String, Seen> bringInWhatChanged() throws IOException {
        Map<String, Seen> before = record();
        Map<String, Seen> now = new TreeMap<>();
        Map<String, String> hashes = hashes();
        for (String gone : before.keySet()) {
            if (!hashes.containsKey(gone)) {
                remove(before.get(gone).plugin());
            }
        }
        hashes.forEach((jar, hash) -> {
            Seen last = before.getOrDefault(jar, new Seen("", ""));
            now.put(jar, last.sha256().equals(hash) ? last : new Seen(hash, replace(last.plugin(), jar)));
        });
        WholeFile.writeText(file(), new Gson().toJson(now));
        return now;
    }

    /** Puts what is in a jar in the place of what was in it; gives the name of the plug-in that is there then. */
    private String replace(String last, String jar) {
        String plugin = put(folder.resolve(jar)).orElse(last);
        if (!plugin.equals(last)) {
            remove(last);
        }
        return plugin;
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
