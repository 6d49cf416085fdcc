package org.physgrad.workbench.fields;

import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.physgrad.api.visual.Axis;
import org.physgrad.api.visual.FieldGrid;

/** Goes through the frames of what changes in time, by hand or by itself. */
final class FramePlayer {

    private static final int MILLISECONDS_PER_FRAME = 200;

    private final JSlider slider = new JSlider(0, 1, 0);
    private final JButton play = new JButton("Play");
    private final JPanel panel = new JPanel(new MigLayout("insets 0, fillx", "[][grow][]"));
    private final JLabel time = new JLabel();
    private final Timer timer = new Timer(MILLISECONDS_PER_FRAME, event -> next());
    private Axis axis = Axis.index("t");

    /** Calls back when another frame shall be shown. */
    FramePlayer(Runnable moved) {
        play.setName("closeup.play");
        play.addActionListener(event -> toggle());
        slider.setName("closeup.frame");
        slider.getAccessibleContext().setAccessibleName("Time");
        slider.addChangeListener(event -> {
            label();
            moved.run();
        });
        panel.add(play);
        panel.add(slider, "growx");
        panel.add(time, "width 90!");
        panel.setVisible(false);
    }

    JComponent component() {
        return panel;
    }

    int frame() {
        return panel.isVisible() ? slider.getValue() : 0;
    }

    /** Takes another quantity; one without time needs no player. */
    void show(FieldGrid grid) {
        axis = grid.time();
        panel.setVisible(grid.frames() > 1);
        if (slider.getMaximum() != grid.frames() - 1 && grid.frames() > 1) {
            slider.setMaximum(grid.frames() - 1);
            slider.setValue(grid.frames() - 1);
        }
        if (grid.frames() == 1) {
            stop();
        }
        label();
    }

    /** Takes a quantity that has no grid. */
    void hide() {
        panel.setVisible(false);
        stop();
    }

    void stop() {
        timer.stop();
        play.setText("Play");
    }

    private void toggle() {
        if (timer.isRunning()) {
            stop();
        } else {
            timer.start();
            play.setText("Stop");
        }
    }

    private void next() {
        slider.setValue(slider.getValue() == slider.getMaximum() ? 0 : slider.getValue() + 1);
    }

    private void label() {
        time.setText(String.format(Locale.ROOT, "%s = %.4g %s", axis.label(), axis.at(slider.getValue()), axis.unit()));
    }
}
