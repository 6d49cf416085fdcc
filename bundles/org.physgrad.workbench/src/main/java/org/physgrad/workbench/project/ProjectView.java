package org.physgrad.workbench.project;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import org.osgi.service.component.annotations.Component;
import org.physgrad.workbench.editor.EditorView;
import org.physgrad.workbench.runs.ResumeAction;
import org.physgrad.workbench.runs.StartAction;
import org.physgrad.workbench.spi.Place;
import org.physgrad.workbench.spi.Registration;
import org.physgrad.workbench.spi.Selection;
import org.physgrad.workbench.spi.View;
import org.physgrad.workbench.spi.Workbench;

/** Shows the experiments and runs of the workspace folder; what is selected here is what the window is about. */
@Component
public final class ProjectView implements View {

    @Override
    public Description description() {
        return new Description("org.physgrad.project", "Project", Place.LEFT, 0, true);
    }

    @Override
    public Content open(Workbench workbench) {
        return new Open(workbench);
    }

    private static final class Open implements Content {

        private final Workbench workbench;
        private final ProjectTree tree = new ProjectTree();
        private final JScrollPane scroll = new JScrollPane(tree);
        private final ProjectWatch watch;
        private final Registration selection;

        Open(Workbench workbench) {
            this.workbench = workbench;
            scroll.setBorder(BorderFactory.createEmptyBorder());
            tree.addTreeSelectionListener(event -> tree.selection().ifPresent(workbench::select));
            tree.setComponentPopupMenu(menu());
            tree.addMouseListener(new MouseAdapter() {
                @Override
                public void mouseClicked(MouseEvent event) {
                    if (event.getClickCount() == 2
                            && workbench.selection().experiment().isPresent()) {
                        workbench.open(EditorView.ID);
                    }
                }
            });
            watch = new ProjectWatch(workbench.folder(), this::show);
            selection = workbench.onSelection(this::reveal);
        }

        private void show(Project project) {
            tree.show(project);
            reveal(workbench.selection());
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
            watch.close();
        }
    }
}
