package org.physgrad.workbench.plugins;

import javax.swing.JOptionPane;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import org.physgrad.plugins.Plan;
import org.physgrad.plugins.PluginSource;
import org.physgrad.plugins.Plugins;
import org.physgrad.workbench.spi.Notice;
import org.physgrad.workbench.spi.Workbench;

/** Installs, updates and removes plug-ins: says what will happen, asks, and does it in the background. */
final class PluginOperations {

    private final Plugins plugins;
    private final Workbench workbench;
    private final Runnable done;

    /** Calls back after each change. */
    PluginOperations(Plugins plugins, Workbench workbench, Runnable done) {
        this.plugins = plugins;
        this.workbench = workbench;
        this.done = done;
    }

    /** Installs a plug-in, or updates the installed one of its name. */
    void install(PluginSource source) {
        workbench.inBackground(
                "Checking the plug-in", progress -> plugins.explain(source), plan -> confirm(source, plan));
    }

    void remove(String name) {
        workbench.inBackground("Checking " + name, progress -> plugins.explainRemoval(name), parts -> {
            if (agreed("Remove plug-in", PlanText.ofRemoval(name, parts), "Remove")) {
                workbench.inBackground("Removing " + name, progress -> plugins.remove(name), change -> {
                    workbench.tell(Notice.info(change.plugin() + " was removed."));
                    done.run();
                });
            }
        });
    }

    private void confirm(PluginSource source, Plan plan) {
        if (!plan.obstacles().isEmpty()) {
            show("Plug-in cannot be installed", PlanText.of(plan));
            return;
        }
        boolean update = plan.replaces().isPresent();
        String verb = update ? "Update" : "Install";
        if (agreed(verb + " plug-in", PlanText.of(plan), verb)) {
            workbench.inBackground(
                    update ? "Updating " + plan.plugin() : "Installing " + plan.plugin(),
                    progress -> update
                            ? plugins.update(source, words -> progress.report(-1, words))
                                    .plugin()
                            : plugins.install(source, words -> progress.report(-1, words)),
                    plugin -> {
                        workbench.tell(Notice.info(plugin + " is installed."));
                        done.run();
                    });
        }
    }

    private boolean agreed(String title, String text, String verb) {
        Object[] options = {verb, "Cancel"};
        return JOptionPane.showOptionDialog(
                        workbench.window(),
                        area(text),
                        title,
                        JOptionPane.OK_CANCEL_OPTION,
                        JOptionPane.PLAIN_MESSAGE,
                        null,
                        options,
                        verb)
                == 0;
    }

    private void show(String title, String text) {
        JOptionPane.showMessageDialog(workbench.window(), area(text), title, JOptionPane.WARNING_MESSAGE);
    }

    private static JScrollPane area(String text) {
        JTextArea area = new JTextArea(text, 12, 60);
        area.setEditable(false);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setCaretPosition(0);
        area.setName("plugins.plan");
        area.getAccessibleContext().setAccessibleName("What will happen");
        return new JScrollPane(area);
    }
}
