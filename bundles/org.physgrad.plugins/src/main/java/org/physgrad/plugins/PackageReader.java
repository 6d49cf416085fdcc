package org.physgrad.plugins;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;
import org.osgi.service.feature.Feature;
import org.osgi.service.feature.FeatureBundle;
import org.osgi.service.feature.FeatureService;

/** Reads plug-ins from files and web addresses, and checks that each file is whole and what it should be. */
final class PackageReader {

    /** Key of a feature's bundle: its file, relative to the feature; otherwise {@code artifact-version.jar} beside it. */
    private static final String FILE = "file";

    /** Key of a feature's bundle: SHA-256 of its file. */
    private static final String HASH = "sha-256";

    private final FeatureService features;

    PackageReader(FeatureService features) {
        this.features = features;
    }

    PluginPackage read(URI source) throws PluginException {
        byte[] content = content(source);
        return source.getPath().endsWith(".json") ? feature(source, content) : bundle(source, content);
    }

    private static PluginPackage bundle(URI source, byte[] content) throws PluginException {
        Attributes manifest = manifest(source, content);
        String name = symbolicName(manifest);
        String version = manifest.getValue(Constants.BUNDLE_VERSION);
        String file = name + ".jar";
        String description = manifest.getValue(Constants.BUNDLE_NAME);
        Plugin plugin = new Plugin(
                name,
                version == null ? "0.0.0" : version,
                description == null ? "" : description,
                List.of(new Plugin.BundleFile(file, sha256(content))));
        return new PluginPackage(plugin, Map.of(file, content), "");
    }

    private PluginPackage feature(URI source, byte[] content) throws PluginException {
        String json = new String(content, StandardCharsets.UTF_8);
        Feature feature;
        try {
            feature = features.readFeature(new StringReader(json));
        } catch (IOException | RuntimeException e) { // the JSON parser throws unchecked exceptions
            throw new PluginException(source + " is no feature: " + e.getMessage(), e);
        }
        List<Plugin.BundleFile> bundles = new ArrayList<>();
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (FeatureBundle entry : feature.getBundles()) {
            Object stated = entry.getMetadata().get(FILE);
            String path = stated != null
                    ? stated.toString()
                    : entry.getID().getArtifactId() + "-" + entry.getID().getVersion() + ".jar";
            URI location = source.resolve(path);
            byte[] jar = content(location);
            String hash = sha256(jar);
            Object expected = entry.getMetadata().get(HASH);
            if (expected != null
                    && !expected.toString().toLowerCase(Locale.ROOT).equals(hash)) {
                throw new PluginException(
                        location + " is not the file that " + source + " names: its SHA-256 is " + hash + ", expected "
                                + expected + "; fetch the plug-in again",
                        null);
            }
            String file = symbolicName(manifest(location, jar)) + ".jar";
            bundles.add(new Plugin.BundleFile(file, hash));
            files.put(file, jar);
        }
        if (bundles.isEmpty()) {
            throw new PluginException(source + " holds no bundles", null);
        }
        Plugin plugin = new Plugin(
                feature.getID().getArtifactId(),
                feature.getID().getVersion(),
                feature.getDescription().or(feature::getName).orElse(""),
                bundles);
        return new PluginPackage(plugin, files, json);
    }

    private static byte[] content(URI source) throws PluginException {
        try {
            if ("file".equals(source.getScheme())) {
                return Files.readAllBytes(Path.of(source));
            }
            try (InputStream in = source.toURL().openStream()) {
                return in.readAllBytes();
            }
        } catch (NoSuchFileException e) {
            throw new PluginException("there is no file " + e.getFile() + "; check the path", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new PluginException(source + " cannot be read: " + e.getMessage(), e);
        }
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
                jar.transferTo(java.io.OutputStream.nullOutputStream());
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

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
