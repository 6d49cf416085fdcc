package org.physgrad.workbench.editor;

import com.google.gson.JsonObject;
import java.awt.CardLayout;
import java.awt.GridLayout;
import java.awt.event.HierarchyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Scene;
import org.physgrad.api.visual.Snapshot;
import org.physgrad.workbench.fields.InstalledVisuals;
import org.physgrad.workbench.fields.Picture;
import org.physgrad.workbench.pictures.Appearances;
import org.physgrad.workbench.spi.Registration;
import org.physgrad.workbench.spi.View;
import org.physgrad.workbench.spi.Workbench;

/** Examples that the generator of the edited experiment draws, a column for each, anew with every change while somebody looks. */
final class SamplesPanel implements View.Content, InstalledVisuals.Listener {

    /** How long nobody types before examples are drawn. */
    private static final int MILLISECONDS_OF_REST = 400;

    private final Workbench workbench;
    private final Documents documents;
    private final InstalledVisuals visuals;
    private final SampleDraw draw;
    private final JLabel title = new JLabel(" ");
    private final JTextArea message = new JTextArea();
    private final JPanel grid = new JPanel();
    private final CardLayout cards = new CardLayout();
    private final JPanel center = new JPanel(cards);
    private final JPanel panel = new JPanel(new MigLayout("insets 4, fill, wrap 1", "[grow]", "[][grow]"));
    private final List<Picture> pictures = new ArrayList<>();
    private final Timer rest = new Timer(MILLISECONDS_OF_REST, event -> drawSamples());
    private final List<Registration> registrations;
    private Optional<JsonObject> drawn = Optional.empty();
    private List<Snapshot> shown = List.of();

    SamplesPanel(Workbench workbench, Documents documents, InstalledVisuals visuals) {
        this.workbench = workbench;
        this.documents = documents;
        this.visuals = visuals;
        this.draw = new SampleDraw(workbench.catalog());
        rest.setRepeats(false);
        title.setName("samples.title");
        grid.setName("samples.grid");
        message.setName("samples.message");
        message.getAccessibleContext().setAccessibleName("Why there are no examples");
        message.setEditable(false);
        message.setLineWrap(true);
        message.setWrapStyleWord(true);
        message.setOpaque(false);
        message.setBorder(BorderFactory.createEmptyBorder(12, 12, 12, 12));
        message.setText("Select an experiment to see what its generator draws.");
        center.add(message, "message");
        center.add(grid, "pictures");
        panel.add(title, "growx, wmin 0");
        panel.add(center, "grow, push, wmin 0, hmin 0");
        panel.addHierarchyListener(event -> {
            if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) {
                changed();
            }
        });
        registrations = List.of(documents.follow(this::changed), workbench.onTheme(theme -> paint()));
        visuals.follow(this);
        changed();
    }

    @Override
    public JComponent component() {
        return panel;
    }

    @Override
    public void closed() {
        rest.stop();
        registrations.forEach(Registration::close);
        visuals.unfollow(this);
        pictures.forEach(Picture::letGo);
    }

    @Override
    public void visualsChanged() {
        paint();
    }

    @Override
    public void visualLeaving(String name) {
        pictures.forEach(picture -> picture.leaving(name));
    }

    private void changed() {
        if (panel.isShowing()) {
            rest.restart();
        }
    }

    /** Draws what the experiment says now, unless that is drawn already. */
    private void drawSamples() {
        Optional<JsonObject> root = documents.current().flatMap(ExperimentDocument::json);
        if (root.isPresent() && !root.equals(drawn)) {
            drawn = root;
            workbench.inBackground("Drawing examples", progress -> draw.draw(root.get()), outcome -> {
                if (root.equals(drawn)) { // nothing else was asked for meanwhile
                    show(outcome);
                }
            });
        }
    }

    private void show(SampleDraw.Drawn outcome) {
        shown = outcome.examples();
        title.setText(shown.isEmpty() ? " " : outcome.message());
        message.setText(outcome.message());
        int rows = shown.isEmpty() ? 0 : shown.get(0).quantities().size();
        arrange(rows, shown.size());
        paint();
        cards.show(center, shown.isEmpty() ? "message" : "pictures");
    }

    private void arrange(int rows, int columns) {
        if (rows * columns != pictures.size() || rows * columns == 0) {
            pictures.forEach(Picture::letGo);
            pictures.clear();
            grid.removeAll();
        }
        if (rows * columns > 0) {
            grid.setLayout(new GridLayout(rows, columns, 4, 4));
            while (pictures.size() < rows * columns) {
                Picture picture = new Picture(visuals);
                picture.use("image");
                pictures.add(picture);
                grid.add(picture);
            }
        }
        grid.revalidate();
    }

    private void paint() {
        for (int column = 0; column < shown.size(); column++) {
            List<Quantity> quantities = shown.get(column).quantities();
            for (int row = 0; row < quantities.size(); row++) {
                Scene scene = Scene.of(quantities.get(row)).withAppearance(Appearances.current());
                pictures.get(row * shown.size() + column).show(scene);
            }
        }
    }
}
