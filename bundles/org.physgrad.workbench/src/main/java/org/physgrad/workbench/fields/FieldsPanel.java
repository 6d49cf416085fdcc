package org.physgrad.workbench.fields;

import java.awt.CardLayout;
import java.awt.Graphics2D;
import java.awt.GridLayout;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;
import org.physgrad.api.visual.Appearance;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Range;
import org.physgrad.api.visual.Scene;
import org.physgrad.api.visual.Snapshot;
import org.physgrad.engine.samples.CauseArrows;
import org.physgrad.engine.samples.SharedRanges;
import org.physgrad.workbench.pictures.Appearances;
import org.physgrad.workbench.spi.Workbench;

/** All quantities of one example side by side. */
final class FieldsPanel extends SnapshotPanel {

    private static final String NAME = "fields";
    private static final int COLUMNS = 3;

    private final ExampleControls controls;
    private final VisualChooser chooser;
    private final JCheckBox shared = new JCheckBox("Shared", true);
    private final JPanel grid = new JPanel(new GridLayout(0, COLUMNS, 4, 4));
    private final CardLayout cards = new CardLayout();
    private final JPanel center = new JPanel(cards);
    private final JLabel message = new JLabel("", SwingConstants.CENTER);
    private final List<Picture> pictures = new ArrayList<>();

    FieldsPanel(Workbench workbench, ExampleModel model, InstalledVisuals visuals) {
        super(workbench, model, visuals);
        this.controls = new ExampleControls(model, NAME);
        this.chooser = new VisualChooser(visuals, NAME, "image", name -> {
            pictures.forEach(picture -> picture.use(name));
            refresh();
        });
        shared.setName(NAME + ".shared");
        shared.getAccessibleContext().setAccessibleName("Shared colours");
        shared.setToolTipText("Shared colours: causes share a colour range, effects share one, differences share one");
        shared.addActionListener(event -> refresh());
        JButton save = SnapshotPanel.saveButton(NAME);
        save.addActionListener(event -> PictureFile.save(workbench, model.run(), "fields", picture()));
        JPanel top = new JPanel(new MigLayout("insets 0, fillx", "[][grow][][][]"));
        top.add(controls.component());
        top.add(controls.title(), "growx, wmin 0");
        top.add(shared);
        top.add(chooser.component(), "wmin 50");
        top.add(save);
        message.setName(NAME + ".message");
        grid.setName(NAME + ".grid");
        center.add(grid, "pictures");
        center.add(message, "message");
        panel().add(top, "growx, wmin 0");
        panel().add(center, "grow, push, wmin 0, hmin 0");
        begin();
    }

    @Override
    void refresh() {
        controls.refresh();
        Optional<Snapshot> snapshot = model().snapshot();
        snapshot.ifPresent(this::show);
        message.setText(model().message());
        cards.show(center, snapshot.isPresent() ? "pictures" : "message");
    }

    @Override
    public void visualsChanged() {
        chooser.fill();
    }

    @Override
    public void visualLeaving(String name) {
        pictures.forEach(picture -> picture.leaving(name));
    }

    @Override
    void release() {
        pictures.forEach(Picture::letGo);
    }

    private void show(Snapshot snapshot) {
        List<Quantity> quantities =
                snapshot.quantities().stream().filter(FieldsPanel::isStill).toList();
        arrange(quantities.size());
        Optional<SharedRanges> ranges =
                shared.isSelected() ? Optional.of(new SharedRanges(snapshot)) : Optional.empty();
        Appearance appearance = Appearances.current();
        for (int i = 0; i < quantities.size(); i++) {
            Quantity quantity = quantities.get(i);
            Optional<Range> range = ranges.flatMap(all -> all.of(quantity));
            pictures.get(i).show(new Scene(quantity, CauseArrows.over(snapshot, quantity), 0, range, appearance));
        }
    }

    private void arrange(int count) {
        if (pictures.size() == count) {
            return;
        }
        while (pictures.size() > count) {
            Picture gone = pictures.remove(pictures.size() - 1);
            gone.letGo();
            grid.remove(gone);
        }
        while (pictures.size() < count) {
            Picture picture = new Picture(visuals());
            chooser.chosen().ifPresent(picture::use);
            pictures.add(picture);
            grid.add(picture);
        }
        grid.revalidate();
    }

    private static boolean isStill(Quantity quantity) {
        return !(quantity instanceof Field field) || field.grid().frames() == 1;
    }

    private BufferedImage picture() {
        BufferedImage image = new BufferedImage(
                Math.max(1, grid.getWidth()), Math.max(1, grid.getHeight()), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        grid.printAll(graphics);
        graphics.dispose();
        return image;
    }
}
