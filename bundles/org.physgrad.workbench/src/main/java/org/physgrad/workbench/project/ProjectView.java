package org.physgrad.workbench.project;

import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.workbench.curves.CompareAction;
import org.physgrad.workbench.curves.CurvesView;
import org.physgrad.workbench.editor.EditorView;
import org.physgrad.workbench.runs.ResumeAction;
import org.physgrad.workbench.runs.RunQueue;
import org.physgrad.workbench.runs.RunState;
import org.physgrad.workbench.runs.StartAction;
import org.physgrad.workbench.runs.TrackedRun;
import org.physgrad.workbench.spi.Place;
import org.physgrad.workbench.spi.Registration;
import org.physgrad.workbench.spi.Selection;
import org.physgrad.workbench.spi.View;
import org.physgrad.workbench.spi.Workbench;

/** Shows the experiments and runs of the workspace folder; what is selected here is what the window is about. */
@Component(service = View.class)
public final class ProjectView implements View {

    /** Named, not referred to: their packages know others that know this one. */
    private static final String REPORT = "runs.report";

    private static final String INFER = "run.infer";

    private final RunQueue queue;

    /**
     * Made by Declarative Services.
     *
     * @param queue the runs of the window, whose state their folders do not tell
     */
    @Activate
    public ProjectView(@Reference RunQueue queue) {
        this.queue = queue;
    }

    @Override
    public Description description() {
        return new Description("org.physgrad.project", "Project", Place.LEFT, 0, true);
    }

    @Override
    public Content open(Workbench workbench) {
        return new Open(workbench, queue);
    }

    private static final class Open implements Content {

        private final Workbench workbench;
        private final RunQueue queue;
        private final ProjectTree tree = new ProjectTree(this::state);
        private final JScrollPane scroll = new JScrollPane(tree);
        private final ProjectWatch watch;
        private final Registration selection;
        private final Registration runs;
        private Project project = Project.EMPTY;
        private Map<TrackedRun, RunState> states = Map.of();

        Open(Workbench workbench, RunQueue queue) {
            this.workbench = workbench;
            this.queue = queue;
            scroll.setBorder(BorderFactory.createEmptyBorder());
            tree.addTreeSelectionListener(event -> tree.selection().ifPresent(workbench::select));
            tree.setComponentPopupMenu(menu());
            tree.addMouseListener(new MouseAdapter() {
                @Override
                public void mouseClicked(MouseEvent event) {
                    if (event.getClickCount() == 2) {
                        edit();
                    }
                }
            });
            onKey("ENTER", this::edit);
            onKey("DELETE", () -> workbench.perform(DeleteAction.ID));
            watch = new ProjectWatch(workbench.folder(), this::show);
            selection = workbench.onSelection(this::reveal);
            runs = queue.follow(changed -> followRuns());
        }

        private void show(Project now) {
            project = now;
            tree.show(now);
            reveal(workbench.selection());
        }

        /** Shows an experiment to be edited, a run with its curve. */
        private void edit() {
            workbench.open(workbench.selection().experiment().isPresent() ? EditorView.ID : CurvesView.ID);
        }

        private void onKey(String key, Runnable work) {
            tree.getInputMap().put(KeyStroke.getKeyStroke(key), key);
            tree.getActionMap().put(key, new AbstractAction() {
                private static final long serialVersionUID = 1L;

                @Override
                public void actionPerformed(ActionEvent event) {
                    work.run();
                }
            });
        }

        /** What a run that trains or waits here is doing. */
        private Optional<String> state(Path folder) {
            return queue.find(folder)
                    .map(run -> run.status().state())
                    .filter(RunState::active)
                    .map(RunState::title);
        }

        private void followRuns() {
            Map<TrackedRun, RunState> now = queue.runs().stream()
                    .collect(Collectors.toMap(
                            Function.identity(), run -> run.status().state()));
            if (!now.equals(states)) {
                states = now;
                show(project);
            }
        }

        /** Follows what was selected elsewhere, such as a new experiment. */
        private void reveal(Selection wanted) {
            if (!tree.selection().equals(Optional.of(wanted))) {
                tree.reveal(Stream.concat(wanted.experiment().stream(), wanted.runs().stream())
                        .toList());
                watch.lookNow();
            }
        }

        private JPopupMenu menu() {
            JPopupMenu menu = new JPopupMenu();
            menu.setName("project.menu");
            List.of(
                            item("Run experiment", StartAction.ID),
                            item("Resume run...", ResumeAction.ID),
                            item("Compare runs", CompareAction.ID),
                            item("Report", REPORT),
                            item("Infer...", INFER),
                            item("Duplicate", DuplicateAction.ID),
                            item("Open folder", OpenFolderAction.ID),
                            item("Delete", DeleteAction.ID))
                    .forEach(menu::add);
            return menu;
        }

        private JMenuItem item(String text, String action) {
            JMenuItem item = new JMenuItem(text);
            item.setName("project.menu." + action);
            item.addActionListener(event -> workbench.perform(action));
            return item;
        }

        @Override
        public JComponent component() {
            return scroll;
        }

        @Override
        public void closed() {
            selection.close();
            runs.close();
            watch.close();
        }
    }
}
