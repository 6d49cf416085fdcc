package org.physgrad.workbench.curves;

import java.awt.Color;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.swing.AbstractAction;
import javax.swing.DefaultListModel;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;
import org.physgrad.workbench.runs.TrackedRun;

/** Chooses the runs whose curves are drawn. */
final class RunList {

    private final DefaultListModel<TrackedRun> model = new DefaultListModel<>();
    private final JList<TrackedRun> list = new JList<>(model);
    private final JScrollPane pane = new JScrollPane(list);
    private final Set<TrackedRun> chosen;
    private final Runnable changed;
    private Map<TrackedRun, Color> colours = Map.of();

    /**
     * Makes the list.
     *
     * @param chosen the runs to draw; changed by each choice
     * @param changed called back after that
     */
    RunList(Set<TrackedRun> chosen, Runnable changed) {
        this.chosen = chosen;
        this.changed = changed;
        JCheckBox box = new JCheckBox();
        JLabel swatch = new JLabel();
        swatch.setOpaque(true);
        JPanel row = new JPanel(new MigLayout("insets 0 2 0 2, gap 4", "[8!][grow]"));
        row.add(swatch, "width 8!, height 12!");
        row.add(box);
        list.setName("curves.runs");
        list.getAccessibleContext().setAccessibleName("Runs whose curves are drawn");
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer((runs, run, index, selected, focused) -> {
            box.updateUI(); // a renderer is in no window that would tell it of another theme
            box.setText(run.name());
            box.setToolTipText(run.name());
            box.setSelected(chosen.contains(run));
            box.setOpaque(false);
            box.setForeground(selected ? runs.getSelectionForeground() : runs.getForeground());
            row.setBackground(selected ? runs.getSelectionBackground() : runs.getBackground());
            row.setToolTipText(run.name());
            swatch.setBackground(colours.getOrDefault(run, row.getBackground()));
            return row;
        });
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                toggle(list.locationToIndex(event.getPoint()));
            }
        });
        list.getInputMap().put(KeyStroke.getKeyStroke("SPACE"), "toggle");
        list.getActionMap().put("toggle", new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                toggle(list.getSelectedIndex());
            }
        });
    }

    JComponent component() {
        return pane;
    }

    /** Lists these runs. */
    void list(List<TrackedRun> runs) {
        chosen.retainAll(runs);
        for (TrackedRun run : runs) {
            if (!model.contains(run)) {
                model.addElement(run);
            }
        }
        for (int i = model.size() - 1; i >= 0; i--) {
            if (!runs.contains(model.get(i))) {
                model.remove(i);
            }
        }
    }

    /** Shows the colours of the curves beside their runs, as a legend. */
    void paint(Map<TrackedRun, Color> now) {
        colours = now;
        list.repaint();
    }

    /** Draws these runs and no others. */
    void choose(List<TrackedRun> runs) {
        chosen.clear();
        chosen.addAll(runs);
        list.repaint();
        changed.run();
    }

    /** The runs to draw, in the order of the list. */
    List<TrackedRun> chosen() {
        return Collections.list(model.elements()).stream()
                .filter(chosen::contains)
                .toList();
    }

    private void toggle(int index) {
        if (index >= 0) {
            TrackedRun run = model.get(index);
            if (!chosen.remove(run)) {
                chosen.add(run);
            }
            list.repaint();
            changed.run();
        }
    }
}
