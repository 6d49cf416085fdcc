package org.physgrad.workbench.fields;

import java.util.List;
import java.util.Optional;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Scene;
import org.physgrad.api.visual.Snapshot;
import org.physgrad.workbench.pictures.Appearances;
import org.physgrad.workbench.spi.Workbench;

/** One quantity of one example, large, drawn by any visual, and in time where it has one. */
final class CloseUpPanel extends SnapshotPanel {

    private static final String NAME = "closeup";

    private final ExampleControls controls;
    private final VisualChooser chooser;
    private final DefaultComboBoxModel<String> names = new DefaultComboBoxModel<>();
    private final JComboBox<String> quantities = new JComboBox<>(names);
    private final JCheckBox arrows = new JCheckBox("Velocity", true);
    private final Picture picture;
    private final FramePlayer player = new FramePlayer(this::refresh);
    private final JLabel message = new JLabel("", SwingConstants.CENTER);
    private List<String> listed = List.of();

    CloseUpPanel(Workbench workbench, ExampleModel model, InstalledVisuals visuals) {
        super(workbench, model, visuals);
        this.controls = new ExampleControls(model, NAME);
        this.picture = new Picture(visuals);
        this.chooser = new VisualChooser(visuals, NAME, "surface", picture::use);
        chooser.chosen().ifPresent(picture::use);
        quantities.setName(NAME + ".quantity");
        quantities.getAccessibleContext().setAccessibleName("Quantity");
        quantities.addActionListener(event -> refresh());
        arrows.setName(NAME + ".arrows");
        arrows.setToolTipText("Draws the velocity over the marker that it carries");
        arrows.addActionListener(event -> refresh());
        arrows.setVisible(false);
        JButton save = SnapshotPanel.saveButton(NAME);
        save.addActionListener(event ->
                picture.image().ifPresent(image -> PictureFile.save(workbench, model.run(), "close-up", image)));
        message.setName(NAME + ".message");
        picture.setName(NAME + ".picture");
        JPanel top = new JPanel(new MigLayout("insets 0, fillx, hidemode 3", "[][grow][][][][]"));
        top.add(controls.component());
        top.add(controls.title(), "growx, width 0:70:");
        top.add(arrows);
        top.add(quantities, "width 70:100:");
        top.add(chooser.component(), "wmin 50");
        top.add(save);
        panel().add(top, "growx, wmin 0");
        panel().add(message, "growx, pushx");
        panel().add(picture, "grow, push, wmin 0, hmin 0");
        panel().add(player.component(), "growx");
        begin();
    }

    @Override
    void refresh() {
        controls.refresh();
        Optional<Snapshot> snapshot = model().snapshot();
        message.setText(model().message());
        message.setVisible(snapshot.isEmpty());
        picture.setVisible(snapshot.isPresent());
        snapshot.ifPresent(this::show);
    }

    @Override
    public void visualsChanged() {
        chooser.fill();
    }

    @Override
    public void visualLeaving(String name) {
        picture.leaving(name);
    }

    @Override
    void release() {
        player.stop();
        picture.letGo();
    }

    private void show(Snapshot snapshot) {
        list(snapshot.quantities().stream().map(Quantity::name).toList());
        Optional<Quantity> chosen = snapshot.find(String.valueOf(names.getSelectedItem()));
        if (chosen.isEmpty()) {
            return;
        }
        Optional<Field> velocity = chosen.flatMap(quantity -> velocity(snapshot, quantity));
        arrows.setVisible(velocity.isPresent());
        if (chosen.get() instanceof Field field) {
            player.show(field.grid());
        } else {
            player.hide();
        }
        picture.show(new Scene(
                chosen.get(),
                velocity.filter(field -> arrows.isSelected()),
                player.frame(),
                Optional.empty(),
                Appearances.current()));
    }

    /** The vectors that move a scalar in time: those on the same cells at the same times. */
    private static Optional<Field> velocity(Snapshot snapshot, Quantity quantity) {
        if (!(quantity instanceof Field scalar)
                || scalar.isVector()
                || scalar.grid().frames() == 1) {
            return Optional.empty();
        }
        return snapshot.quantities().stream()
                .filter(Field.class::isInstance)
                .map(Field.class::cast)
                .filter(field -> field.isVector()
                        && field.grid().frames() == scalar.grid().frames()
                        && field.grid().nx() == scalar.grid().nx()
                        && field.grid().ny() == scalar.grid().ny())
                .findFirst();
    }

    private void list(List<String> now) {
        if (!now.equals(listed)) {
            Object before = names.getSelectedItem();
            listed = now;
            names.removeAllElements();
            names.addAll(now);
            names.setSelectedItem(now.contains(before) || now.isEmpty() ? before : now.get(0));
        }
    }
}
