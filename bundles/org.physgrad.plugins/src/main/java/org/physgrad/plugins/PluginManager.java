package org.physgrad.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.feature.FeatureConfiguration;
import org.osgi.service.feature.FeatureService;
import org.physgrad.files.FileFailure;
import org.physgrad.files.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the framework and the store of plug-ins in step. */
@Component(service = Plugins.class, immediate = true)
public final class PluginManager implements Plugins {

    private static final Logger LOG = LoggerFactory.getLogger(PluginManager.class);

    /** System property: start without plug-ins. */
    private static final String SAFE_MODE = "physgrad.safeMode";

    /** Far beyond what a change takes. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final BundleContext context;
    private final ConfigurationAdmin configurations;
    private final PluginStore store;
    private final StoreLock lock;
    private final PackageReader reader;
    private final Map<String, Running> running = new HashMap<>();
    private final Map<String, String> unavailable = new HashMap<>();
    private final Optional<DropFolder> dropped;

    /** A plug-in in this framework. */
    private record Running(Plugin plugin, BundleSet set) {}

    /**
     * Made by Declarative Services; starts the installed plug-ins and those in the watched folder. One that cannot start is left out with a word on standard
     * error.
     *
     * @param context to install bundles with
     * @param features reads feature files
     * @param configurations keeps the configurations that features bring along
     */
    @Activate
    public PluginManager(
            BundleContext context, @Reference FeatureService features, @Reference ConfigurationAdmin configurations) {
        this(context, features, configurations, PluginFolder.of(context));
    }

    PluginManager(
            BundleContext context, FeatureService features, ConfigurationAdmin configurations, PluginFolder folder) {
        this.context = context;
        this.configurations = configurations;
        this.store = new PluginStore(folder.installed());
        this.lock = new StoreLock(folder.lock(), PATIENCE);
        this.reader = new PackageReader(features, new Downloads(folder.fetched()));
        if (Boolean.parseBoolean(context.getProperty(SAFE_MODE))) {
            installed().forEach(plugin -> unavailable.put(plugin.name(), "PhysGrad was started with --safe-mode"));
            this.dropped = Optional.empty();
        } else {
            follow();
            this.dropped = DropFolder.follow(folder.dropped(), this);
        }
    }

    @Deactivate
    void close() {
        dropped.ifPresent(DropFolder::close);
    }

    /** Brings what runs here in line with the list on disk, which other processes change, too. */
    synchronized void follow() {
        try {
            // They start after that, no longer under the lock: it is code of the plug-ins.
            for (PluginPackage missing : lock.during(this::letGoAndLoad)) {
                orLeaveOut(missing.plugin(), () -> start(missing));
            }
        } catch (PluginException e) {
            LOG.warn("No plug-in is there: {}", e.getMessage());
        }
    }

    /** Lets go of what is no longer in the list, and loads what is not here yet. */
    private List<PluginPackage> letGoAndLoad() throws PluginException {
        List<PluginStore.Entry> entries = store.entries();
        List<Plugin> installed = entries.stream().map(PluginStore.Entry::plugin).toList();
        for (Running old : List.copyOf(running.values())) {
            if (!installed.contains(old.plugin())) {
                uninstall(old.plugin().name());
            }
        }
        List<PluginPackage> missing = new ArrayList<>();
        for (PluginStore.Entry entry : entries) {
            String name = entry.plugin().name();
            if (!running.containsKey(name) && !unavailable.containsKey(name)) {
                orLeaveOut(entry.plugin(), () -> missing.add(load(entry)));
            }
        }
        return missing;
    }

    /** Something that a plug-in can make fail. */
    private interface Step {

        void take() throws PluginException;
    }

    private void orLeaveOut(Plugin plugin, Step step) {
        try {
            step.take();
        } catch (PluginException e) {
            unavailable.put(plugin.name(), e.getMessage());
            LOG.warn("The plug-in {} is left out: {}", plugin, e.getMessage());
        }
    }

    /**
     * Works while no other process, and no other thread, changes the plug-ins.
     *
     * @throws PluginException if another process changes them for too long, or the work throws it
     */
    synchronized <T> T exclusively(StoreLock.Work<T> work) throws PluginException {
        return lock.during(work);
    }

    private PluginPackage load(PluginStore.Entry entry) throws PluginException {
        try {
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (Plugin.BundleFile bundle : entry.plugin().bundles()) {
                byte[] content = Files.readAllBytes(store.file(entry, bundle.file()));
                if (!Sha256.of(content).equals(bundle.sha256())) {
                    throw new PluginException(
                            bundle.file() + " was changed or damaged; install the plug-in again", null);
                }
                files.put(bundle.file(), content);
            }
            return new PluginPackage(entry.plugin(), files, store.feature(entry));
        } catch (IOException e) {
            throw new PluginException(FileFailure.describe(e) + "; install the plug-in again", e);
        }
    }

    private void start(PluginPackage found) throws PluginException {
        BundleSet set = admit(found);
        set.start();
        running.put(found.plugin().name(), new Running(found.plugin(), set));
    }

    @Override
    public synchronized List<Plugin> installed() {
        try {
            return store.entries().stream().map(PluginStore.Entry::plugin).toList();
        } catch (PluginException e) {
            LOG.warn("{}", e.getMessage());
            return List.of();
        }
    }

    @Override
    public synchronized Optional<String> unavailable(String name) {
        return Optional.ofNullable(unavailable.get(name));
    }

    @Override
    public synchronized Plan explain(PluginSource source) throws PluginException {
        Candidate candidate = candidate(reader.read(source));
        try {
            return plan(candidate);
        } finally {
            candidate.bundles().uninstall();
        }
    }

    @Override
    public synchronized List<String> explainRemoval(String name) throws PluginException {
        require(name);
        List<String> parts = new ArrayList<>();
        for (Bundle bundle : runningSet(name).map(BundleSet::bundles).orElse(List.of())) {
            parts.addAll(PartNames.of(bundle));
        }
        return parts;
    }

    @Override
    public synchronized Plugin install(PluginSource source, Consumer<String> progress) throws PluginException {
        progress.accept("reading " + source.address());
        PluginPackage found = reader.read(source);
        return lock.during(() -> install(found, progress));
    }

    private Plugin install(PluginPackage found, Consumer<String> progress) throws PluginException {
        Plugin plugin = found.plugin();
        Optional<PluginStore.Entry> present = store.entry(plugin.name());
        if (present.isPresent()) {
            throw new PluginException(
                    present.get().plugin() + " is installed already; use update to replace it with " + plugin.version(),
                    null);
        }
        progress.accept("checking what " + plugin + " needs");
        BundleSet set = admit(found);
        progress.accept("starting " + plugin);
        set.start();
        try {
            store.put(found);
        } catch (PluginException e) {
            set.uninstall();
            throw e;
        }
        running.put(plugin.name(), new Running(plugin, set));
        return plugin;
    }

    @Override
    public synchronized Change update(PluginSource source, Consumer<String> progress) throws PluginException {
        progress.accept("reading " + source.address());
        PluginPackage found = reader.read(source);
        Optional<BundleSet.Released> gone = lock.during(() -> update(found, progress));
        return new Change(found.plugin(), gone.map(BundleSet.Released::await).orElse(true));
    }

    private Optional<BundleSet.Released> update(PluginPackage found, Consumer<String> progress) throws PluginException {
        Plugin plugin = found.plugin();
        PluginStore.Entry before = require(plugin.name());
        progress.accept("checking what " + plugin + " needs");
        BundleSet set = admit(found);
        progress.accept("putting " + plugin + " in the place of " + before.plugin());
        Optional<BundleSet.Released> gone = uninstall(plugin.name());
        try {
            set.start();
            store.put(found);
            running.put(plugin.name(), new Running(plugin, set));
            unavailable.remove(plugin.name());
        } catch (PluginException e) {
            set.uninstall();
            restore(before, e);
            throw e;
        }
        progress.accept("releasing " + before.plugin());
        return gone;
    }

    private void restore(PluginStore.Entry before, PluginException reason) {
        try {
            start(load(before));
        } catch (PluginException e) {
            reason.addSuppressed(e);
            unavailable.put(before.plugin().name(), e.getMessage());
            LOG.warn("{} could not be started again: {}", before.plugin(), e.getMessage());
        }
    }

    @Override
    public synchronized Change remove(String name) throws PluginException {
        PluginStore.Entry entry = lock.during(() -> {
            PluginStore.Entry found = require(name);
            store.remove(name);
            return found;
        });
        unavailable.remove(name);
        return new Change(
                entry.plugin(), uninstall(name).map(BundleSet.Released::await).orElse(true));
    }

    private Optional<BundleSet.Released> uninstall(String name) {
        Optional<BundleSet> set = runningSet(name);
        running.remove(name);
        return set.map(BundleSet::uninstall);
    }

    private Optional<BundleSet> runningSet(String name) {
        return Optional.ofNullable(running.get(name)).map(Running::set);
    }

    private PluginStore.Entry require(String name) throws PluginException {
        List<String> names = new ArrayList<>();
        for (PluginStore.Entry entry : store.entries()) {
            if (entry.plugin().name().equals(name)) {
                return entry;
            }
            names.add(entry.plugin().name());
        }
        throw new PluginException(
                "no plug-in '" + name + "' is installed; "
                        + (names.isEmpty() ? "none is" : "there are " + String.join(", ", names)),
                null);
    }

    private Candidate candidate(PluginPackage found) throws PluginException {
        List<FeatureConfiguration> wanted = found.feature().isEmpty()
                ? List.of()
                : List.copyOf(reader.parse(found.feature(), found.plugin())
                        .getConfigurations()
                        .values());
        String location = "plugin:" + found.plugin().name() + "-" + UUID.randomUUID();
        return new Candidate(
                found.plugin(),
                BundleSet.install(context, location, found.files(), new PluginConfigurations(configurations, wanted)));
    }

    private Plan plan(Candidate candidate) throws PluginException {
        Optional<BundleSet> replaced = runningSet(candidate.plugin().name());
        List<Bundle> others = new ArrayList<>(List.of(context.getBundles()));
        others.removeAll(candidate.bundles().bundles());
        replaced.ifPresent(set -> others.removeAll(set.bundles()));
        Optional<Plugin> installed = store.entry(candidate.plugin().name()).map(PluginStore.Entry::plugin);
        return candidate.plan(others, replaced, installed);
    }

    /** Installs bundles, not started, if nothing stands against it. */
    private BundleSet admit(PluginPackage found) throws PluginException {
        Candidate candidate = candidate(found);
        try {
            List<String> obstacles = plan(candidate).obstacles();
            if (!obstacles.isEmpty()) {
                throw new PluginException(obstacles, null);
            }
            return candidate.bundles();
        } catch (PluginException | RuntimeException e) {
            candidate.bundles().uninstall();
            throw e;
        }
    }
}
