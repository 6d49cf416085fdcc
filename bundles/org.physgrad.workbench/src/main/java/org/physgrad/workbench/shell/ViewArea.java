package org.physgrad.workbench.shell;

import io.github.andrewauclair.moderndocking.DockingRegion;
import io.github.andrewauclair.moderndocking.app.AppState;
import io.github.andrewauclair.moderndocking.app.Docking;
import io.github.andrewauclair.moderndocking.app.RootDockingPanel;
import io.github.andrewauclair.moderndocking.event.DockingEvent;
import io.github.andrewauclair.moderndocking.exception.DockingLayoutException;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.JSplitPane;
import javax.swing.SwingUtilities;
import org.physgrad.workbench.spi.Notice;
import org.physgrad.workbench.spi.Place;
import org.physgrad.workbench.spi.View;
import org.physgrad.workbench.spi.Workbench;

/** The docked views: which there are, which are open, and where. The docking library keeps one register per process, so there is one of these. */
final class ViewArea {

    /** Where a place without a view yet is split off, and which part of the space it takes. */
    private record Split(Place from, DockingRegion side, double part) {}

    private static final Map<Place, List<Split>> SPLITS = new EnumMap<>(Map.of(
            Place.LEFT, List.of(new Split(Place.CENTER, DockingRegion.WEST, 0.2)),
            Place.RIGHT, List.of(new Split(Place.CENTER, DockingRegion.EAST, 0.5)),
            Place.RIGHT_BOTTOM,
                    List.of(
                            new Split(Place.RIGHT, DockingRegion.SOUTH, 0.5),
                            new Split(Place.CENTER, DockingRegion.EAST, 0.5)),
            Place.BOTTOM, List.of(new Split(Place.CENTER, DockingRegion.SOUTH, 0.38)),
            Place.CENTER, List.of()));

    /** The order in which the default layout is built: the window is split from the outside in. */
    private static final List<Place> ORDER =
            List.of(Place.CENTER, Place.LEFT, Place.RIGHT, Place.RIGHT_BOTTOM, Place.BOTTOM);

    private final JFrame frame;
    private final Workbench workbench;
    private final Map<String, DockedView> views = new LinkedHashMap<>();
    private boolean ready;

    ViewArea(JFrame frame, Workbench workbench) {
        this.frame = frame;
        this.workbench = workbench;
        Docking.initialize(frame);
        RootDockingPanel root = new RootDockingPanel(frame);
        frame.add(root, BorderLayout.CENTER);
        Docking.addDockingListener(event -> {
            if (event.getID() == DockingEvent.ID.UNDOCKED && event.getDockable() instanceof DockedView view) {
                EventQueue.invokeLater(() -> closedUnlessMoved(view));
            }
        });
    }

    /** Takes a view that has come. */
    void add(View view) {
        DockedView docked = new DockedView(view, workbench);
        if (views.containsKey(docked.description().id())) {
            workbench.tell(Notice.warning(
                    "There are two views named " + docked.description().id() + "; the second one is left out."));
            return;
        }
        views.put(docked.description().id(), docked);
        Docking.registerDockable(docked);
        if (ready && docked.description().openAtStart()) {
            dock(docked);
        }
    }

    /** Lets go of a view whose bundle goes away; says so if it was open. */
    void remove(View view) {
        DockedView docked = views.get(view.description().id());
        if (docked == null || docked.view() != view) {
            return;
        }
        views.remove(docked.description().id());
        if (Docking.isDocked(docked)) {
            Docking.undock(docked);
            docked.closed();
            workbench.tell(Notice.info("The view \"" + docked.description().title()
                    + "\" was closed because the plug-in that it belongs to was removed or updated."));
        }
        Docking.deregisterDockable(docked);
    }

    /** Lists the views, by title. */
    List<View> all() {
        return views.values().stream()
                .map(DockedView::view)
                .sorted(Comparator.comparing(view -> view.description().title()))
                .toList();
    }

    /** Opens a view or brings it to the front. */
    boolean open(String id) {
        DockedView view = views.get(id);
        if (view == null) {
            return false;
        }
        if (!Docking.isDocked(view)) {
            dock(view);
        }
        Docking.bringToFront(view);
        return true;
    }

    /** Moves the keyboard to the first control of an open view, once it is on screen. */
    void focus(String id) {
        DockedView view = views.get(id);
        if (view != null) {
            EventQueue.invokeLater(view::transferFocus);
        }
    }

    /** Closes a view, as by the cross on its tab. */
    void close(String id) {
        if (Docking.isDocked(id)) {
            Docking.undock(id);
        }
    }

    /** Opens the views as they were, or as they are by default. */
    void restore(Path layout) {
        AppState.setPersistFile(layout.toFile());
        ready = true;
        if (!restored()) {
            reset();
        }
        AppState.setAutoPersist(true);
    }

    private boolean restored() {
        try {
            return AppState.restore() && views.values().stream().anyMatch(view -> Docking.isDocked(view));
        } catch (DockingLayoutException | RuntimeException e) {
            workbench.tell(
                    Notice.error("The saved layout cannot be read; the views are where they are by default.", e));
            return false;
        }
    }

    /** Puts all views where they are by default. */
    void reset() {
        AppState.setPaused(true);
        try {
            views.values().stream().filter(view -> Docking.isDocked(view)).forEach(view -> Docking.undock(view));
            Map<JSplitPane, Split> dividers = new LinkedHashMap<>();
            for (Place place : ORDER) {
                List<DockedView> here = at(place).stream()
                        .filter(view -> view.description().openAtStart())
                        .toList();
                for (DockedView view : here) {
                    Optional<Split> split = dock(view);
                    split.ifPresent(made ->
                            dividers.put((JSplitPane) SwingUtilities.getAncestorOfClass(JSplitPane.class, view), made));
                }
                here.stream().findFirst().ifPresent(view -> Docking.bringToFront(view));
            }
            EventQueue.invokeLater(() -> dividers.forEach(this::divide));
        } finally {
            AppState.setPaused(false);
        }
        frame.revalidate();
        AppState.persist();
    }

    /**
     * Gives a divider its place. The docking library does so too, which is enough before the window is shown; afterwards, those outside still move then, and
     * the inner ones end elsewhere.
     */
    private void divide(JSplitPane pane, Split split) {
        if (!pane.isShowing()) {
            return;
        }
        frame.validate();
        boolean after = split.side() == DockingRegion.EAST || split.side() == DockingRegion.SOUTH;
        pane.setDividerLocation(after ? 1 - split.part() : split.part());
    }

    private List<DockedView> at(Place place) {
        return views.values().stream()
                .filter(view -> view.description().place() == place)
                .sorted(Comparator.comparingInt(view -> view.description().order()))
                .toList();
    }

    private Optional<DockedView> openAt(Place place) {
        return at(place).stream().filter(view -> Docking.isDocked(view)).reduce((first, last) -> last);
    }

    /** Docks a view beside those of its place, or splits its place off, which is told. */
    private Optional<Split> dock(DockedView view) {
        Place place = view.description().place();
        Optional<DockedView> neighbour = openAt(place);
        if (neighbour.isPresent()) {
            Docking.dock(view, neighbour.get(), DockingRegion.CENTER);
            return Optional.empty();
        }
        for (Split split : SPLITS.get(place)) {
            Optional<DockedView> from = openAt(split.from());
            if (from.isPresent()) {
                Docking.dock(view, from.get(), split.side(), split.part());
                return Optional.of(split);
            }
        }
        Docking.dock(view, frame);
        return Optional.empty();
    }

    /** A view whose plug-in has gone meanwhile was closed then, and the docking library knows it no longer. */
    private void closedUnlessMoved(DockedView view) {
        if (views.get(view.description().id()) == view && !Docking.isDocked(view)) {
            view.closed();
        }
    }

    /** Forgets all views, at the end. */
    void close() {
        AppState.persist();
        AppState.setAutoPersist(false);
        views.values().forEach(DockedView::closed);
        Docking.deregisterAllDockables();
        Docking.uninitialize();
    }
}
