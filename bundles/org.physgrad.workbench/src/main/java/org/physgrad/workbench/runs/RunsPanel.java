package org.physgrad.workbench.runs;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import net.miginfocom.swing.MigLayout;
import org.physgrad.workbench.pictures.Symbol;
import org.physgrad.workbench.spi.Registration;
import org.physgrad.workbench.spi.Selection;
import org.physgrad.workbench.spi.View;
import org.physgrad.workbench.spi.Workbench;

/** The table of runs, with the controls and the events of the selected one. */
final class RunsPanel implements View.Content {

    private static final Dimension CONSOLE = new Dimension(300, 100);

    /** Column widths in proportion. */
    private static final int[] WIDTHS = {110, 66, 84, 50, 48, 104};

    private final RunQueue queue;
    private final Workbench workbench;
    private final RunTableModel model = new RunTableModel();
    private final JTable table = new JTable(model);
    private final RunConsole console = new RunConsole();
    private final LearningRateField learningRate;
    private final Map<JButton, Set<RunState>> buttons = new HashMap<>();
    private final JPanel panel = new JPanel(new MigLayout("insets 4, fill", "", "[][grow]"));
    private final List<Registration> registrations;
    private Map<TrackedRun, RunState> states = Map.of();
    private boolean selecting;

    RunsPanel(RunQueue queue, Workbench workbench) {
        this.queue = queue;
        this.workbench = workbench;
        this.learningRate = new LearningRateField(queue, workbench);
        table.setName("runs.table");
        table.getAccessibleContext().setAccessibleName("Runs");
        table.setFillsViewportHeight(true);
        table.getColumnModel().getColumn(RunTableModel.PROGRESS).setCellRenderer(new RunProgressRenderer());
        for (int column = 0; column < WIDTHS.length; column++) {
            table.getColumnModel().getColumn(column).setPreferredWidth(WIDTHS[column]);
        }
        table.getColumnModel().getColumn(RunTableModel.STATE).setMinWidth(widthOfStates());
        table.getSelectionModel().addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting() && !selecting) {
                select();
            }
        });
        panel.add(controls(), "growx, wrap");
        JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, new JScrollPane(table), console.component());
        split.setResizeWeight(0.5);
        console.component().setPreferredSize(CONSOLE);
        panel.add(split, "grow, wmin 0, hmin 0");
        registrations = List.of(queue.follow(this::changed), workbench.onSelection(this::selected));
        changed(Set.of());
        selected(workbench.selection());
    }

    @Override
    public JComponent component() {
        return panel;
    }

    @Override
    public void closed() {
        registrations.forEach(Registration::close);
    }

    /** A state that is cut off is no news. */
    private int widthOfStates() {
        FontMetrics metrics = table.getFontMetrics(table.getFont());
        int widest = Arrays.stream(RunState.values())
                .mapToInt(state -> metrics.stringWidth(state.title()))
                .max()
                .orElseThrow();
        return widest + 2 * metrics.charWidth('m');
    }

    private JComponent controls() {
        JPanel controls = new JPanel(new MigLayout("insets 0, gapx 2, fillx", "[][][][]16[]6[grow]"));
        controls.add(button("Pause", Symbol.PAUSE, PauseAction.ID, Set.of(RunState.RUNNING)));
        controls.add(button("Go on", Symbol.PROCEED, ProceedAction.ID, Set.of(RunState.PAUSED)));
        controls.add(button(
                "Cancel", Symbol.CANCEL, CancelAction.ID, Set.of(RunState.QUEUED, RunState.RUNNING, RunState.PAUSED)));
        controls.add(button(
                "Resume",
                Symbol.RESUME,
                ResumeAction.ID,
                Set.of(RunState.DONE, RunState.CANCELLED, RunState.DIVERGED, RunState.FAILED)));
        controls.add(learningRate.label());
        controls.add(learningRate.component());
        return controls;
    }

    private JButton button(String title, Icon icon, String action, Set<RunState> when) {
        JButton button = new JButton(icon);
        button.setName(action);
        button.setToolTipText(title);
        button.getAccessibleContext().setAccessibleName(title);
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.addActionListener(event -> workbench.perform(action));
        buttons.put(button, when);
        return button;
    }

    /** The run that the actions act on. */
    private Optional<TrackedRun> selectedRun() {
        return workbench.selection().run().isPresent()
                ? workbench.selection().run().flatMap(queue::find)
                : queue.current();
    }

    private void select() {
        List<Path> folders = Arrays.stream(table.getSelectedRows())
                .mapToObj(row -> model.run(row).folder())
                .toList();
        if (!folders.isEmpty()) {
            workbench.select(Selection.ofRuns(folders));
        }
    }

    private void selected(Selection selection) {
        selecting = true;
        try {
            if (!selection.runs().isEmpty()) {
                table.clearSelection();
            }
            for (Path folder : selection.runs()) {
                queue.find(folder)
                        .map(model::row)
                        .filter(row -> row >= 0)
                        .ifPresent(row -> table.addRowSelectionInterval(row, row));
            }
        } finally {
            selecting = false;
        }
        refresh();
    }

    private void changed(Set<TrackedRun> runs) {
        if (model.show(queue.runs(), runs)) {
            selected(workbench.selection());
        }
        Map<TrackedRun, RunState> now = new HashMap<>();
        queue.runs().forEach(run -> now.put(run, run.status().state()));
        if (!now.equals(states)) {
            states = now;
            workbench.updateActions();
        }
        refresh();
    }

    private void refresh() {
        Optional<TrackedRun> run = selectedRun();
        console.show(run);
        learningRate.show(run);
        Optional<RunState> state = run.map(chosen -> chosen.status().state());
        buttons.forEach(
                (button, when) -> button.setEnabled(state.filter(when::contains).isPresent()));
    }
}
