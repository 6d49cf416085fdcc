package org.physgrad.workbench.fields;

import java.awt.event.HierarchyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.physgrad.workbench.pictures.Symbol;
import org.physgrad.workbench.runs.TrackedRun;
import org.physgrad.workbench.spi.Registration;
import org.physgrad.workbench.spi.Selection;
import org.physgrad.workbench.spi.View;
import org.physgrad.workbench.spi.Workbench;

/** What views of one example have in common: they follow the selected run, the example, the theme and the visuals, as long as they are on screen. */
abstract class SnapshotPanel implements View.Content, InstalledVisuals.Listener {

    private final Workbench workbench;
    private final ExampleModel model;
    private final InstalledVisuals visuals;
    private final JPanel panel =
            new JPanel(new MigLayout("insets 4, fill, wrap 1, hidemode 3", "[grow]", "[][grow][]"));
    private final Runnable listener = this::refreshIfVisible;
    private List<Registration> registrations = List.of();
    private boolean visible;

    SnapshotPanel(Workbench workbench, ExampleModel model, InstalledVisuals visuals) {
        this.workbench = workbench;
        this.model = model;
        this.visuals = visuals;
    }

    /** Begins to follow, once the panel is put together. */
    final void begin() {
        panel.addHierarchyListener(event -> {
            if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) {
                visible(panel.isShowing());
            }
        });
        registrations = List.of(workbench.onSelection(this::selected), workbench.onTheme(theme -> refresh()));
        model.follow(listener);
        visuals.follow(this);
        selected(workbench.selection());
    }

    /** Shows the model's snapshot as it is now. */
    abstract void refresh();

    /** Lets go of all pictures. */
    abstract void release();

    final JPanel panel() {
        return panel;
    }

    final Workbench workbench() {
        return workbench;
    }

    final ExampleModel model() {
        return model;
    }

    final InstalledVisuals visuals() {
        return visuals;
    }

    @Override
    public final JComponent component() {
        return panel;
    }

    @Override
    public final void closed() {
        registrations.forEach(Registration::close);
        model.unfollow(listener);
        visuals.unfollow(this);
        visible(false);
        release();
    }

    static JButton saveButton(String view) {
        JButton button = new JButton(Symbol.SAVE);
        button.setName(view + ".save");
        button.setToolTipText("Save picture...");
        button.getAccessibleContext().setAccessibleName("Save picture");
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        return button;
    }

    private void visible(boolean now) {
        if (visible != now) {
            visible = now;
            model.visible(now);
        }
    }

    private void refreshIfVisible() {
        if (visible) {
            refresh();
        }
    }

    private void selected(Selection selection) {
        Optional<Path> folder = selection.run();
        Optional<TrackedRun> known = folder.flatMap(model::find);
        if (known.isPresent()) {
            model.look(known.get());
        } else {
            folder.ifPresent(path ->
                    workbench.inBackground("Opening " + path.getFileName(), progress -> model.open(path), model::look));
        }
    }
}
