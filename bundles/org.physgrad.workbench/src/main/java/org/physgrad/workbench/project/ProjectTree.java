package org.physgrad.workbench.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JTree;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.TreePath;
import org.physgrad.workbench.spi.Selection;

/** The experiments and runs as a tree. */
final class ProjectTree extends JTree {

    private static final long serialVersionUID = 1L;

    /** A file or folder of the tree with the text to show. */
    private record Entry(Path path, boolean run, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    private final DefaultMutableTreeNode root = new DefaultMutableTreeNode("Workspace");
    private final DefaultMutableTreeNode experiments = new DefaultMutableTreeNode("Experiments");
    private final DefaultMutableTreeNode runs = new DefaultMutableTreeNode("Runs");
    private boolean updating;

    ProjectTree() {
        root.add(experiments);
        root.add(runs);
        setModel(new DefaultTreeModel(root));
        setName("project.tree");
        getAccessibleContext().setAccessibleName("Experiments and runs");
        setRootVisible(false);
        setShowsRootHandles(true);
        setToggleClickCount(0);
    }

    /** Shows what is there now; what was selected and still exists stays selected. */
    void show(Project project) {
        updating = true;
        List<Path> selected = entries().map(Entry::path).toList();
        replace(
                experiments,
                project.experiments().stream()
                        .map(file -> new Entry(file, false, file.getFileName().toString()))
                        .toList());
        replace(runs, project.runs().stream().map(ProjectTree::entry).toList());
        ((DefaultTreeModel) getModel()).reload();
        expandPath(new TreePath(experiments.getPath()));
        expandPath(new TreePath(runs.getPath()));
        reveal(selected);
        updating = false;
    }

    private static Entry entry(RunSummary run) {
        String progress = run.progress().isEmpty() ? "" : ", " + run.progress();
        return new Entry(run.folder(), true, run.folder().getFileName() + "  (" + run.state() + progress + ")");
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
}
