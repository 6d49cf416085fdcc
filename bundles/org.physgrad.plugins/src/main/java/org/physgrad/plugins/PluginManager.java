package org.physgrad.plugins;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.feature.FeatureService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the framework and the store of plug-ins in step. */
@Component(service = Plugins.class, immediate = true)
public final class PluginManager implements Plugins {

    private static final Logger LOG = LoggerFactory.getLogger(PluginManager.class);

    /** System property: start without plug-ins. */
    private static final String SAFE_MODE = "physgrad.safeMode";

    private final BundleContext context;
    private final PluginStore store;
    private final PackageReader reader;
    private final Map<String, BundleSet> running = new HashMap<>();

    /**
     * Made by Declarative Services; starts the installed plug-ins. One that cannot start is left out with a word on standard error.
     *
     * @param context to install bundles with
     * @param features reads feature files
     */
    @Activate
    public PluginManager(BundleContext context, @Reference FeatureService features) {
        this.context = context;
        this.store = new PluginStore(PluginFolder.of(context));
        this.reader = new PackageReader(features);
        if (!Boolean.parseBoolean(context.getProperty(SAFE_MODE))) {
            startAll();
        }
    }

    private void startAll() {
        try {
            for (PluginStore.Entry entry : store.entries()) {
                try {
                    start(entry);
                } catch (PluginException | IOException e) {
                    LOG.warn("The plug-in {} is left out: {}", entry.plugin(), e.getMessage());
                }
            }
        } catch (PluginException e) {
            LOG.warn("No plug-in is there: {}", e.getMessage());
        }
    }

    private void start(PluginStore.Entry entry) throws PluginException, IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Plugin.BundleFile bundle : entry.plugin().bundles()) {
            byte[] content = Files.readAllBytes(store.file(entry, bundle.file()));
            if (!PackageReader.sha256(content).equals(bundle.sha256())) {
                throw new PluginException(bundle.file() + " was changed or damaged; install the plug-in again", null);
            }
            files.put(bundle.file(), content);
        }
        BundleSet set = checked(entry.plugin(), files, List.of());
        set.start();
        running.put(entry.plugin().name(), set);
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
    public synchronized Plugin check(URI source) throws PluginException {
        PluginPackage found = reader.read(source);
        List<Bundle> replaced = Optional.ofNullable(running.get(found.plugin().name()))
                .map(BundleSet::bundles)
                .orElse(List.of());
        checked(found.plugin(), found.files(), replaced).uninstall();
        return found.plugin();
    }

    @Override
    public synchronized Plugin install(URI source) throws PluginException {
        PluginPackage found = reader.read(source);
        Plugin plugin = found.plugin();
        Optional<PluginStore.Entry> present = store.entry(plugin.name());
        if (present.isPresent()) {
            throw new PluginException(
                    present.get().plugin() + " is installed already; use update to replace it with " + plugin.version(),
                    null);
        }
        if (Arrays.stream(context.getBundles()).anyMatch(bundle -> plugin.name().equals(bundle.getSymbolicName()))) {
            throw new PluginException(
                    plugin.name() + " is a part of PhysGrad itself; give the plug-in another name", null);
        }
        BundleSet set = checked(plugin, found.files(), List.of());
        set.start();
        try {
            store.put(found);
        } catch (PluginException e) {
            set.uninstall();
            throw e;
        }
        running.put(plugin.name(), set);
        return plugin;
    }

    @Override
    public synchronized Change update(URI source) throws PluginException {
        PluginPackage found = reader.read(source);
        Plugin plugin = found.plugin();
        PluginStore.Entry before = require(plugin.name());
        Optional<BundleSet> old = Optional.ofNullable(running.get(plugin.name()));
        BundleSet set =
                checked(plugin, found.files(), old.map(BundleSet::bundles).orElse(List.of()));
        Optional<BundleSet.Released> gone = old.map(BundleSet::uninstall);
        running.remove(plugin.name());
        try {
            set.start();
            store.put(found);
            running.put(plugin.name(), set);
        } catch (PluginException e) {
            set.uninstall();
            restore(before, e);
            throw e;
        }
        return new Change(plugin, gone.map(BundleSet.Released::await).orElse(true));
    }

    private void restore(PluginStore.Entry before, PluginException reason) {
        try {
            start(before);
        } catch (PluginException | IOException e) {
            reason.addSuppressed(e);
            LOG.warn("{} could not be started again: {}", before.plugin(), e.getMessage());
        }
    }

    @Override
    public synchronized Change remove(String name) throws PluginException {
        PluginStore.Entry entry = require(name);
        store.remove(name);
        Optional<BundleSet.Released> gone =
                Optional.ofNullable(running.remove(name)).map(BundleSet::uninstall);
        return new Change(entry.plugin(), gone.map(BundleSet.Released::await).orElse(true));
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

    /** Installs bundles, not started, if all that they need is there and their parts have names of their own. */
    private BundleSet checked(Plugin plugin, Map<String, byte[]> files, List<Bundle> replaced) throws PluginException {
        List<Bundle> others = new ArrayList<>(List.of(context.getBundles()));
        others.removeAll(replaced);
        BundleSet set = BundleSet.install(context, "plugin:" + plugin.name() + "-" + UUID.randomUUID(), files);
        try {
            List<Bundle> all = new ArrayList<>(others);
            all.addAll(set.bundles());
            Requirements requirements = new Requirements(all);
            List<String> reasons = new ArrayList<>();
            for (Bundle bundle : set.bundles()) {
                reasons.addAll(requirements.missing(bundle));
                reasons.addAll(taken(bundle, others));
            }
            if (!reasons.isEmpty()) {
                throw new PluginException(reasons, null);
            }
            return set;
        } catch (PluginException | RuntimeException e) {
            set.uninstall();
            throw e;
        }
    }

    private static List<String> taken(Bundle bundle, List<Bundle> others) throws PluginException {
        List<String> names = PartNames.of(bundle);
        List<String> reasons = new ArrayList<>();
        if (names.isEmpty()) {
            return reasons;
        }
        for (Bundle other : others) {
            if (other.getBundleId() == 0 || other.getHeaders("").get("Service-Component") == null) {
                continue;
            }
            for (String name : PartNames.of(other)) {
                if (names.contains(name)) {
                    reasons.add("the part " + name.substring("org.physgrad.".length()) + " is there already, from "
                            + other.getSymbolicName() + " " + other.getVersion()
                            + "; its author has to choose another type name");
                }
            }
        }
        return reasons;
    }
}
