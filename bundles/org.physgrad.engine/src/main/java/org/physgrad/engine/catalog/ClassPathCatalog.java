package org.physgrad.engine.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;
import org.w3c.dom.Element;

/**
 * The parts on a plain class path, without OSGi: every bundle is also an ordinary jar, and its component descriptions say what it holds.
 */
public final class ClassPathCatalog implements Catalog {

    private record Entry(PartType type, String implementation) {}

    private final ClassLoader loader;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private ClassPathCatalog(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * Reads the descriptions of all parts that a class loader sees.
     *
     * @param loader the class loader
     * @return the catalog
     * @throws UncheckedIOException if a description cannot be read
     */
    public static ClassPathCatalog of(ClassLoader loader) {
        ClassPathCatalog catalog = new ClassPathCatalog(loader);
        try {
            for (URL manifest : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
                catalog.addArchive(manifest);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return catalog;
    }

    @Override
    public List<PartType> types(Kind<?> kind) {
        return entries.values().stream()
                .map(Entry::type)
                .filter(type -> type.kind().equals(kind))
                .sorted(Comparator.comparing(PartType::name))
                .toList();
    }

    @Override
    public <T> Part<T> create(Kind<T> kind, String name, Map<String, Object> values) {
        Entry entry = entries.get(kind.factory() + name);
        if (entry == null) {
            throw new PartException("no " + kind.name() + " of type '" + name + "' is on the class path", null);
        }
        try {
            T instance =
                    new ComponentClass(loader.loadClass(entry.implementation)).newInstance(kind.contract(), values);
            return new Instance<>(instance);
        } catch (ClassNotFoundException e) {
            throw new PartException(entry.implementation + " is described but not on the class path", e);
        }
    }

    private void addArchive(URL manifest) throws IOException {
        if (manifest.openConnection() instanceof JarURLConnection jar) {
            try (FileSystem files = FileSystems.newFileSystem(path(jar.getJarFileURL()))) {
                addArchive(files.getPath("/"));
            }
        } else if (manifest.getProtocol().equals("file")) {
            addArchive(path(manifest).getParent().getParent());
        }
    }

    private void addArchive(Path root) throws IOException {
        Manifest manifest;
        try (InputStream in = Files.newInputStream(root.resolve("META-INF/MANIFEST.MF"))) {
            manifest = new Manifest(in);
        }
        String components = manifest.getMainAttributes().getValue("Service-Component");
        if (components != null) {
            String provider = manifest.getMainAttributes().getValue("Bundle-SymbolicName");
            Map<String, MetatypeReader.Description> descriptions = descriptions(root);
            for (String path : components.split(",", -1)) {
                Element component = MetatypeReader.read(Files.newInputStream(root.resolve(path.trim())));
                addComponent(component, descriptions, provider);
            }
        }
    }

    private void addComponent(
            Element component, Map<String, MetatypeReader.Description> descriptions, String provider) {
        String factory = component.getAttribute("factory");
        for (Kind<?> kind : Kind.ALL) {
            if (factory.startsWith(kind.factory())) {
                String name = factory.substring(kind.factory().length());
                MetatypeReader.Description description = descriptions.getOrDefault(
                        component.getAttribute("name"), MetatypeReader.Description.none(name));
                String implementation = MetatypeReader.children(component, "implementation")
                        .findFirst()
                        .orElseThrow()
                        .getAttribute("class");
                entries.put(factory, new Entry(description.toType(kind, name, provider), implementation));
            }
        }
    }

    private static Map<String, MetatypeReader.Description> descriptions(Path root) throws IOException {
        Map<String, MetatypeReader.Description> descriptions = new HashMap<>();
        Path folder = root.resolve("OSGI-INF/metatype");
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> documents = Files.newDirectoryStream(folder, "*.xml")) {
                for (Path document : documents) {
                    descriptions.putAll(MetatypeReader.descriptions(Files.newInputStream(document)));
                }
            }
        }
        return descriptions;
    }

    private static Path path(URL url) throws IOException {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IOException(url + " is no file name", e);
        }
    }

    private record Instance<T>(T get) implements Part<T> {
        @Override
        public void close() {
            // An ordinary object: the garbage collector takes it.
        }
    }
}
