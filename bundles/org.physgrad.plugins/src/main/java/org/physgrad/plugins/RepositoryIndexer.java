package org.physgrad.plugins;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.feature.FeatureBundle;
import org.physgrad.files.Sha256;

/** Makes the index of a folder of plug-ins. The framework reads the bundles' headers: it has to understand them later, too. */
final class RepositoryIndexer {

    private final BundleContext context;
    private final PackageReader reader;

    RepositoryIndexer(BundleContext context, PackageReader reader) {
        this.context = context;
        this.reader = reader;
    }

    RepositoryIndex index(Path folder) throws PluginException {
        Map<Path, List<Path>> sources = sources(folder);
        List<RepositoryIndex.Entry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Map.Entry<Path, List<Path>> source : sources.entrySet()) {
            RepositoryIndex.Entry entry = entry(folder, source.getKey(), source.getValue());
            if (!seen.add(entry.name() + " " + entry.version())) {
                throw new PluginException(
                        source.getKey() + " is " + entry.name() + " " + entry.version()
                                + ", which another file is already; remove one of them",
                        null);
            }
            entries.add(entry);
        }
        return new RepositoryIndex(entries);
    }

    /** What can be installed, each with the files that belong to it: features, and jars that no feature names. */
    private Map<Path, List<Path>> sources(Path folder) throws PluginException {
        Map<Path, List<Path>> sources = new TreeMap<>();
        Set<Path> parts = new HashSet<>();
        for (Path file : files(folder, ".json")) {
            List<Path> bundles = new ArrayList<>();
            try {
                for (FeatureBundle bundle : reader.parse(Files.readString(file, StandardCharsets.UTF_8), file)
                        .getBundles()) {
                    bundles.add(folder.resolve(PackageReader.file(bundle)).normalize());
                }
            } catch (IOException e) {
                throw new PluginException(file + " cannot be read: " + e.getMessage(), e);
            }
            parts.addAll(bundles);
            sources.put(file, bundles);
        }
        for (Path jar : files(folder, ".jar")) {
            if (!parts.contains(jar)) {
                sources.put(jar, List.of());
            }
        }
        return sources;
    }

    private static List<Path> files(Path folder, String ending) throws PluginException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            file.getFileName().toString().endsWith(ending) && !file.endsWith(PluginRepositories.INDEX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new PluginException(folder + " is no folder that can be read; check the path", e);
        }
    }

    private RepositoryIndex.Entry entry(Path folder, Path source, List<Path> bundles) throws PluginException {
        PluginPackage found = reader.read(PluginSource.of(source.toUri()));
        Plugin plugin = found.plugin();
        try {
            Version.parseVersion(plugin.version());
        } catch (IllegalArgumentException e) {
            throw new PluginException(
                    source + " has the version " + plugin.version() + ", expected one such as 1.2.0", e);
        }
        List<RepositoryIndex.IndexedFile> files = new ArrayList<>();
        for (Path file : Stream.concat(Stream.of(source), bundles.stream()).toList()) {
            try {
                String path =
                        new URI(null, null, folder.relativize(file).toString().replace('\\', '/'), null).getRawPath();
                files.add(new RepositoryIndex.IndexedFile(path, Sha256.of(Files.readAllBytes(file))));
            } catch (IOException | URISyntaxException e) {
                throw new PluginException(file + " cannot be read: " + e.getMessage(), e);
            }
        }
        BundleSet set =
                BundleSet.install(context, "index:" + UUID.randomUUID(), found.files(), PluginConfigurations.NONE);
        try {
            return new RepositoryIndex.Entry(
                    plugin.name(), plugin.version(), plugin.description(), parts(set), packages(set), files);
        } finally {
            set.uninstall();
        }
    }

    private static List<String> parts(BundleSet set) throws PluginException {
        List<String> parts = new ArrayList<>();
        for (Bundle bundle : set.bundles()) {
            parts.addAll(PartNames.of(bundle));
        }
        return parts;
    }

    /** The packages that the bundles need and do not bring along. */
    private static List<String> packages(BundleSet set) {
        Requirements own = new Requirements(set.bundles());
        return set.bundles().stream()
                .flatMap(
                        bundle -> bundle
                                .adapt(BundleRevision.class)
                                .getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE)
                                .stream())
                .filter(need -> !Requirements.isOptional(need) && !own.isMet(need))
                .map(need -> need.getDirectives().get(Constants.FILTER_DIRECTIVE))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
