package org.physgrad.engine.catalog;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.ComponentException;
import org.osgi.service.component.ComponentFactory;
import org.osgi.service.component.ComponentInstance;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts that installed bundles offer as component factories; follows bundles as they come and go. */
@Component(service = Catalog.class)
public final class OsgiCatalog implements Catalog {

    private static final Logger LOG = LoggerFactory.getLogger(OsgiCatalog.class);

    private record Entry(PartType type, ServiceReference<ComponentFactory<Object>> reference) {}

    private final BundleContext context;
    private final Map<ServiceReference<ComponentFactory<Object>>, Entry> entries = new ConcurrentHashMap<>();

    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

    /** Descriptions of all components of a bundle, read once; an updated bundle has a new revision, and old ones are let go. */
    private final Map<BundleRevision, Map<String, MetatypeReader.Description>> descriptions =
            Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * Made by Declarative Services.
     *
     * @param context the engine's own context, to get factories with
     */
    @Activate
    public OsgiCatalog(BundleContext context) {
        this.context = context;
    }

    /** Takes note of a component factory; those of other programs' kinds are passed over. */
    @Reference(
            service = ComponentFactory.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(" + ComponentConstants.COMPONENT_FACTORY + "=org.physgrad.*)")
    void addFactory(ServiceReference<ComponentFactory<Object>> reference) {
        String factory = (String) reference.getProperty(ComponentConstants.COMPONENT_FACTORY);
        for (Kind<?> kind : Kind.ALL) {
            if (factory.startsWith(kind.factory())) {
                Entry entry = new Entry(describe(kind, factory, reference), reference);
                entries.put(reference, entry);
                watchers.forEach(watcher -> watcher.arrived(entry.type()));
            }
        }
    }

    /** Forgets a component factory whose bundle goes away. */
    void removeFactory(ServiceReference<ComponentFactory<Object>> reference) {
        Entry entry = entries.remove(reference);
        if (entry != null) {
            watchers.forEach(watcher -> watcher.leaving(entry.type()));
        }
    }

    @Override
    public Watch watch(Watcher watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    @Override
    public List<PartType> types(Kind<?> kind) {
        return of(kind).map(Entry::type)
                .sorted(Comparator.comparing(PartType::name))
                .toList();
    }

    @Override
    public <T> Part<T> create(Kind<T> kind, String name, Map<String, Object> values) {
        Entry entry = of(kind).filter(e -> e.type.name().equals(name))
                .max(Comparator.comparing(Entry::reference))
                .orElseThrow(
                        () -> new PartException("no " + kind.name() + " of type '" + name + "' is installed", null));
        ComponentFactory<Object> factory = context.getService(entry.reference);
        if (factory == null) {
            throw new PartException("the " + kind.name() + " '" + name + "' was removed just now", null);
        }
        try {
            return new Instance<>(kind.contract(), factory.newInstance(FrameworkUtil.asDictionary(values)));
        } catch (ComponentException e) {
            throw explain(kind, entry, values, e);
        }
    }

    private Stream<Entry> of(Kind<?> kind) {
        return entries.values().stream().filter(entry -> entry.type.kind().equals(kind));
    }

    /** Declarative Services drops what a constructor threw; calling it once more by hand brings its message to the user. */
    private static PartException explain(Kind<?> kind, Entry entry, Map<String, Object> values, Exception failure) {
        Bundle bundle = entry.reference.getBundle();
        String component = (String) entry.reference.getProperty(ComponentConstants.COMPONENT_NAME);
        try {
            new ComponentClass(bundle.loadClass(component)).newInstance(kind.contract(), values);
        } catch (PartException e) {
            return e;
        } catch (ClassNotFoundException e) {
            failure.addSuppressed(e);
        }
        return new PartException(
                "the " + kind.name() + " '" + entry.type.name() + "' of " + entry.type.provider() + " cannot start",
                failure);
    }

    private PartType describe(Kind<?> kind, String factory, ServiceReference<?> reference) {
        String name = factory.substring(kind.factory().length());
        Bundle bundle = reference.getBundle();
        String component = (String) reference.getProperty(ComponentConstants.COMPONENT_NAME);
        return descriptions
                .computeIfAbsent(bundle.adapt(BundleRevision.class), revision -> read(bundle))
                .getOrDefault(component, MetatypeReader.Description.none(name))
                .toType(kind, name, bundle.getSymbolicName() + " " + bundle.getVersion());
    }

    private static Map<String, MetatypeReader.Description> read(Bundle bundle) {
        Map<String, MetatypeReader.Description> descriptions = new HashMap<>();
        Enumeration<URL> documents = bundle.findEntries("OSGI-INF/metatype", "*.xml", false);
        if (documents == null) {
            return descriptions;
        }
        for (URL document : Collections.list(documents)) {
            try {
                descriptions.putAll(MetatypeReader.descriptions(document.openStream()));
            } catch (IOException e) {
                LOG.warn("The parameters in {} of {} cannot be read: {}", document, bundle, e.getMessage());
            }
        }
        return descriptions;
    }

    private record Instance<T>(T get, ComponentInstance<Object> instance) implements Part<T> {

        Instance(Class<T> contract, ComponentInstance<Object> instance) {
            this(contract.cast(instance.getInstance()), instance);
        }

        @Override
        public void close() {
            instance.dispose();
        }
    }
}
