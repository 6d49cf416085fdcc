package org.physgrad.workbench.fields;

import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.api.visual.Visual;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.catalog.PartType;

/** The visuals that pictures can be drawn with, as plug-ins bring them and take them away. */
@Component(service = InstalledVisuals.class)
public final class InstalledVisuals {

    /** Is told of visuals on the event thread. */
    public interface Listener {

        /** The list of visuals has changed. */
        void visualsChanged();

        /**
         * A visual goes away: whoever draws with it lets go of it before this returns.
         *
         * @param name its type name
         */
        void visualLeaving(String name);
    }

    private final Catalog catalog;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Catalog.Watch watch;

    /**
     * Made by Declarative Services.
     *
     * @param catalog the installed parts
     */
    @Activate
    public InstalledVisuals(@Reference Catalog catalog) {
        this.catalog = catalog;
        this.watch = catalog.watch(new Catalog.Watcher() {
            @Override
            public void arrived(PartType type) {
                if (type.kind().equals(Kind.VISUAL)) {
                    EventQueue.invokeLater(() -> listeners.forEach(Listener::visualsChanged));
                }
            }

            @Override
            public void leaving(PartType type) {
                if (type.kind().equals(Kind.VISUAL)) {
                    onEventThread(() -> listeners.forEach(listener -> listener.visualLeaving(type.name())));
                    EventQueue.invokeLater(() -> listeners.forEach(Listener::visualsChanged));
                }
            }
        });
    }

    @Deactivate
    void close() {
        watch.close();
    }

    /**
     * Follows visuals.
     *
     * @param listener whom to tell
     */
    public void follow(Listener listener) {
        listeners.add(listener);
    }

    /**
     * Ends {@link #follow}.
     *
     * @param listener who was told
     */
    public void unfollow(Listener listener) {
        listeners.remove(listener);
    }

    /** All visuals that are installed now, by name. */
    List<PartType> all() {
        return catalog.types(Kind.VISUAL);
    }

    /** Makes a visual with its default settings; the caller closes it. */
    Part<Visual> create(String name) {
        return catalog.create(Kind.VISUAL, name, Map.of());
    }

    private static void onEventThread(Runnable action) {
        try {
            if (EventQueue.isDispatchThread()) {
                action.run();
            } else {
                EventQueue.invokeAndWait(action);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
