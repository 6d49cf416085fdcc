package org.physgrad.plugins;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.osgi.framework.Constants;
import org.osgi.service.feature.Feature;
import org.osgi.service.feature.FeatureBundle;
import org.osgi.service.feature.FeatureService;
import org.physgrad.files.Sha256;

/** Reads plug-ins from files and web addresses, and checks that each file is whole and what it should be. */
final class PackageReader {

    /** Key of a feature's bundle: its file, relative to the feature; otherwise {@code artifact-version.jar} beside it. */
    private static final String FILE = "file";

    /** Key of a feature's bundle: SHA-256 of its file. */
    private static final String HASH = "sha-256";

    /** What file names are made of. */
    private static final Pattern NAME = Pattern.compile("[\\w.-]+");

    private final FeatureService features;
    private final Downloads downloads;

    PackageReader(FeatureService features, Downloads downloads) {
        this.features = features;
        this.downloads = downloads;
    }

    PluginPackage read(PluginSource source) throws PluginException {
        byte[] content = content(source, source.address());
        return source.address().getPath().endsWith(".json")
                ? feature(source, content)
                : bundle(source.address(), content);
    }

    /** Reads the text of a feature. */
    Feature parse(String json, Object origin) throws PluginException {
        try {
            return features.readFeature(new StringReader(json));
        } catch (IOException | RuntimeException e) { // the JSON parser throws unchecked exceptions
            throw new PluginException(origin + " is no feature: " + e.getMessage(), e);
        }
    }

    private static PluginPackage bundle(URI source, byte[] content) throws PluginException {
        Attributes manifest = manifest(source, content);
        String name = named(source, symbolicName(manifest));
        String version = manifest.getValue(Constants.BUNDLE_VERSION);
        String file = name + ".jar";
        String description = manifest.getValue(Constants.BUNDLE_NAME);
        Plugin plugin = new Plugin(
                name,
                version == null ? "0.0.0" : version,
                description == null ? "" : description,
                List.of(new Plugin.BundleFile(file, Sha256.of(content))));
        return new PluginPackage(plugin, Map.of(file, content), "");
    }

    private PluginPackage feature(PluginSource source, byte[] content) throws PluginException {
        String json = new String(content, StandardCharsets.UTF_8);
        Feature feature = parse(json, source.address());
        List<Plugin.BundleFile> bundles = new ArrayList<>();
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (FeatureBundle entry : feature.getBundles()) {
            URI location = source.address().resolve(file(entry));
            byte[] jar = content(source, location);
            String hash = Sha256.of(jar);
            Object expected = entry.getMetadata().get(HASH);
            if (expected != null && !expected.toString().equalsIgnoreCase(hash)) {
                throw new PluginException(
                        location + " is not the file that " + source.address() + " names: its SHA-256 is " + hash
                                + ", expected " + expected + "; fetch the plug-in again",
                        null);
            }
            String file = named(location, symbolicName(manifest(location, jar))) + ".jar";
            bundles.add(new Plugin.BundleFile(file, hash));
            files.put(file, jar);
        }
        if (bundles.isEmpty()) {
            throw new PluginException(source.address() + " holds no bundles", null);
        }
        Plugin plugin = new Plugin(
                named(source.address(), feature.getID().getArtifactId()),
                feature.getID().getVersion(),
                feature.getDescription().or(feature::getName).orElse(""),
                bundles);
        return new PluginPackage(plugin, files, json);
    }

    /** The file of a feature's bundle, relative to the feature. */
    static String file(FeatureBundle entry) {
        Object stated = entry.getMetadata().get(FILE);
        return stated != null
                ? stated.toString()
                : entry.getID().getArtifactId() + "-" + entry.getID().getVersion() + ".jar";
    }

    private byte[] content(PluginSource source, URI location) throws PluginException {
        if (source.hashes().isEmpty()) {
            return downloads.read(location);
        }
        String hash = source.hashes().get(location);
        if (hash == null) {
            throw new PluginException(
                    location + " is not in the index of its repository; tell the keeper of the repository", null);
        }
        return downloads.read(location, hash);
    }

    /** Reads a jar to its end, which checks the checksums of all entries. */
    private static Attributes manifest(URI source, byte[] content) throws PluginException {
        try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(content))) {
            Manifest manifest = jar.getManifest();
            if (manifest == null || symbolicName(manifest.getMainAttributes()).isEmpty()) {
                throw new PluginException(
                        source + " is no OSGi bundle: it has no Bundle-SymbolicName; build it with bnd", null);
            }
            while (jar.getNextEntry() != null) {
                jar.transferTo(OutputStream.nullOutputStream());
            }
            return manifest.getMainAttributes();
        } catch (IOException | RuntimeException e) { // a damaged archive fails in several ways
            throw new PluginException(source + " is damaged: " + e.getMessage() + "; fetch or build it again", e);
        }
    }

    private static String symbolicName(Attributes manifest) {
        String value = manifest.getValue(Constants.BUNDLE_SYMBOLICNAME);
        return value == null ? "" : value.split(";", 2)[0].strip();
    }

    /** Names become parts of file names: one that is a path would lead elsewhere. */
    private static String named(URI source, String name) throws PluginException {
        if (!NAME.matcher(name).matches()) {
            throw new PluginException(
                    source + " is named '" + name + "', which is no name: only letters, digits, '.', '_' and '-'",
                    null);
        }
        return name;
    }
}
