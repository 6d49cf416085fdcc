package org.physgrad.workbench.project;

import java.awt.Color;
import java.awt.Component;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.swing.JTree;
import javax.swing.SwingUtilities;
import javax.swing.ToolTipManager;
import javax.swing.UIManager;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeCellRenderer;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.TreePath;
import org.apache.commons.text.StringEscapeUtils;
import org.physgrad.workbench.pictures.Symbol;
import org.physgrad.workbench.spi.Selection;

/** The experiments and runs as a tree. */
final class ProjectTree extends JTree {

    private static final long serialVersionUID = 1L;

    /**
     * A file or folder of the tree.
     *
     * @param state what there is to say on it, behind its name; may be empty
     * @param help the same at length
     */
    private record Entry(Path path, boolean run, String state, String help) {

        String name() {
            return path.getFileName().toString();
        }

        @Override
        public String toString() {
            return state.isEmpty() ? name() : name() + "  " + state;
        }
    }

    private final DefaultMutableTreeNode root = new DefaultMutableTreeNode("Workspace");
    private final DefaultMutableTreeNode experiments = new DefaultMutableTreeNode("Experiments");
    private final DefaultMutableTreeNode runs = new DefaultMutableTreeNode("Runs");
    private final transient Function<Path, Optional<String>> live;
    private boolean updating;

    /**
     * @param live the state of a run folder that trains or waits in this window
     */
    ProjectTree(Function<Path, Optional<String>> live) {
        this.live = live;
        root.add(experiments);
        root.add(runs);
        setModel(new DefaultTreeModel(root));
        setName("project.tree");
        getAccessibleContext().setAccessibleName("Experiments and runs");
        setRootVisible(false);
        setShowsRootHandles(true);
        setToggleClickCount(0);
        setCellRenderer(new Row());
        ToolTipManager.sharedInstance().registerComponent(this);
        addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                if (SwingUtilities.isRightMouseButton(event)) {
                    selectForMenu(event);
                }
            }
        });
    }

    /** The menu is for what is under the mouse. */
    private void selectForMenu(MouseEvent event) {
        int row = getClosestRowForLocation(event.getX(), event.getY());
        if (row >= 0 && !isRowSelected(row)) {
            setSelectionRow(row);
        }
    }

    /** Shows what is there now; what was selected and still exists stays selected. */
    void show(Project project) {
        updating = true;
        List<Path> selected = entries().map(Entry::path).toList();
        replace(
                experiments,
                project.experiments().stream()
                        .map(file -> new Entry(file, false, "", file.toString()))
                        .toList());
        replace(runs, project.runs().stream().map(this::entry).toList());
        ((DefaultTreeModel) getModel()).reload();
        expandPath(new TreePath(experiments.getPath()));
        expandPath(new TreePath(runs.getPath()));
        reveal(selected);
        updating = false;
    }

    private Entry entry(RunSummary run) {
        String state = live.apply(run.folder()).orElse(run.state());
        String metric = run.metric().isEmpty() ? "" : ", " + run.metric();
        String iteration = run.iteration().isEmpty() ? "" : ", iteration " + run.iteration();
        return new Entry(run.folder(), true, state + metric, run.folder() + ": " + state + iteration + metric);
    }

    private static void replace(DefaultMutableTreeNode group, List<Entry> entries) {
        group.removeAllChildren();
        entries.forEach(entry -> group.add(new DefaultMutableTreeNode(entry)));
    }

    /** Selects the nodes of some files and folders. */
    void reveal(List<Path> paths) {
        List<TreePath> found = new ArrayList<>();
        for (DefaultMutableTreeNode group : List.of(experiments, runs)) {
            for (int i = 0; i < group.getChildCount(); i++) {
                DefaultMutableTreeNode node = (DefaultMutableTreeNode) group.getChildAt(i);
                if (node.getUserObject() instanceof Entry entry && paths.contains(entry.path())) {
                    found.add(new TreePath(node.getPath()));
                }
            }
        }
        setSelectionPaths(found.toArray(TreePath[]::new));
    }

    /** What is selected; empty while the tree itself changes it. */
    Optional<Selection> selection() {
        if (updating) {
            return Optional.empty();
        }
        List<Path> folders = entries().filter(Entry::run).map(Entry::path).toList();
        Optional<Path> file =
                entries().filter(entry -> !entry.run()).map(Entry::path).findFirst();
        return folders.isEmpty() && file.isEmpty() ? Optional.empty() : Optional.of(new Selection(file, folders));
    }

    private Stream<Entry> entries() {
        TreePath[] paths = getSelectionPaths();
        return paths == null
                ? Stream.empty()
                : Arrays.stream(paths)
                        .map(path -> ((DefaultMutableTreeNode) path.getLastPathComponent()).getUserObject())
                        .filter(Entry.class::isInstance)
                        .map(Entry.class::cast);
    }

    /** The name of a file or folder, and its state, paler. */
    private static final class Row extends DefaultTreeCellRenderer {

        private static final long serialVersionUID = 1L;

        @Override
        public Component getTreeCellRendererComponent(
                JTree tree, Object node, boolean selected, boolean expanded, boolean leaf, int row, boolean focused) {
            super.getTreeCellRendererComponent(tree, node, selected, expanded, leaf, row, focused);
            setIcon(null);
            setToolTipText(null);
            if (((DefaultMutableTreeNode) node).getUserObject() instanceof Entry entry) {
                setIcon(entry.run() ? Symbol.CURVE : Symbol.EXPERIMENT);
                setToolTipText(entry.help());
                if (!selected && !entry.state().isEmpty()) {
                    Color pale = UIManager.getColor("Label.disabledForeground");
                    setText(String.format(
                            "<html><nobr>%s&nbsp; <font color=#%06x>%s</font></nobr></html>",
                            StringEscapeUtils.escapeHtml4(entry.name()),
                            pale.getRGB() & 0xFFFFFF,
                            StringEscapeUtils.escapeHtml4(entry.state())));
                }
            }
            return this;
        }
    }
}
