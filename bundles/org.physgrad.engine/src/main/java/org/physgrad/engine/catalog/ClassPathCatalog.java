package org.physgrad.engine.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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

    private void addArchive(URL manifestUrl) throws IOException {
        Manifest manifest;
        try (InputStream in = manifestUrl.openStream()) {
            manifest = new Manifest(in);
        }
        String components = manifest.getMainAttributes().getValue("Service-Component");
        String provider = manifest.getMainAttributes().getValue("Bundle-SymbolicName");
        if (components == null) {
            return;
        }
        for (String path : components.split(",", -1)) {
            Element component =
                    MetatypeReader.read(resource(manifestUrl, path.trim()).openStream());
            addComponent(manifestUrl, component, provider);
        }
    }

    private void addComponent(URL manifestUrl, Element component, String provider) throws IOException {
        String factory = component.getAttribute("factory");
        for (Kind<?> kind : Kind.ALL) {
            if (factory.startsWith(kind.factory())) {
                String name = factory.substring(kind.factory().length());
                String id = component.getAttribute("name");
                MetatypeReader.Description description = new MetatypeReader.Description(name, "", new ArrayList<>());
                URL metatype = resource(manifestUrl, "OSGI-INF/metatype/" + id + ".xml");
                try (InputStream in = metatype.openStream()) {
                    description = MetatypeReader.description(MetatypeReader.read(in));
                } catch (java.io.FileNotFoundException e) {
                    // A part without parameters has no Metatype document.
                }
                String implementation = MetatypeReader.children(component, "implementation")
                        .findFirst()
                        .orElseThrow()
                        .getAttribute("class");
                entries.put(
                        factory,
                        new Entry(
                                new PartType(
                                        kind,
                                        name,
                                        description.title(),
                                        description.text(),
                                        description.parameters(),
                                        provider),
                                implementation));
            }
        }
    }

    private static URL resource(URL manifestUrl, String path) throws IOException {
        String text = manifestUrl.toExternalForm();
        String root = text.substring(0, text.length() - "META-INF/MANIFEST.MF".length());
        return new URL(root + path);
    }

    private record Instance<T>(T get) implements Part<T> {
        @Override
        public void close() {
            // An ordinary object: the garbage collector takes it.
        }
    }
}
