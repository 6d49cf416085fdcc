package org.physgrad.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.physgrad.api.InverseSolver;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.catalog.PartException;
import org.physgrad.engine.catalog.PartType;

/** The parts of the class path, and parts that a test installs, updates and removes. */
final class ChangingCatalog implements Catalog {

    private record Installed(PartType type, Object part) {}

    private final Catalog fixed = Experiments.CATALOG;
    private final Map<String, Installed> installed = new ConcurrentHashMap<>();
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

    void install(String name, String provider, InverseSolver solver) {
        install(Kind.SOLVER, name, provider, solver);
    }

    <T> void install(Kind<T> kind, String name, String provider, T part) {
        PartType type = new PartType(kind, name, name, "", List.of(), provider);
        installed.put(name, new Installed(type, part));
        watchers.forEach(watcher -> watcher.arrived(type));
    }

    void remove(String name) {
        PartType type = installed.remove(name).type();
        watchers.forEach(watcher -> watcher.leaving(type));
    }

    @Override
    public List<PartType> types(Kind<?> kind) {
        List<PartType> types = new ArrayList<>(fixed.types(kind));
        installed.values().stream()
                .map(Installed::type)
                .filter(type -> type.kind().equals(kind))
                .forEach(types::add);
        return types;
    }

    @Override
    public <T> Part<T> create(Kind<T> kind, String name, Map<String, Object> values) {
        Installed found = installed.get(name);
        if (found == null || !kind.equals(found.type().kind())) {
            if (fixed.type(kind, name).isEmpty()) {
                throw new PartException("no " + kind.name() + " of type '" + name + "' is installed", null);
            }
            return fixed.create(kind, name, values);
        }
        T part = kind.contract().cast(found.part());
        return new Part<>() {
            @Override
            public T get() {
                return part;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Watch watch(Watcher watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }
}
