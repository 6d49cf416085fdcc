package org.physgrad.workbench.plugins;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.ListSelectionModel;
import javax.swing.filechooser.FileNameExtensionFilter;
import net.miginfocom.swing.MigLayout;
import org.physgrad.plugins.Addresses;
import org.physgrad.plugins.PluginOffer;
import org.physgrad.plugins.PluginRepositories;
import org.physgrad.plugins.PluginSource;
import org.physgrad.plugins.Plugins;
import org.physgrad.workbench.spi.View;
import org.physgrad.workbench.spi.Workbench;

/** The plug-ins that are installed and those that can be had. */
final class PluginsPanel implements View.Content {

    /** Column widths in proportion. */
    private static final int[] WIDTHS = {160, 60, 90, 180};

    private final Plugins plugins;
    private final PluginRepositories repositories;
    private final Workbench workbench;
    private final PluginOperations operations;
    private final PluginTableModel model = new PluginTableModel();
    private final JTable table = new JTable(model);
    private final JTextArea details = new JTextArea();
    private final JButton install = button("Install", "plugins.install", this::installSelected);
    private final JButton update = button("Update", "plugins.update", this::updateSelected);
    private final JButton remove = button("Remove", "plugins.remove", this::removeSelected);
    private final JPanel panel = new JPanel(new MigLayout("insets 4, fill", "", "[][grow]"));

    PluginsPanel(Plugins plugins, PluginRepositories repositories, Workbench workbench) {
        this.plugins = plugins;
        this.repositories = repositories;
        this.workbench = workbench;
        this.operations = new PluginOperations(plugins, workbench, this::refresh);
        table.setName("plugins.table");
        table.getAccessibleContext().setAccessibleName("Plug-ins");
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setFillsViewportHeight(true);
        for (int column = 0; column < WIDTHS.length; column++) {
            table.getColumnModel().getColumn(column).setPreferredWidth(WIDTHS[column]);
        }
        table.getSelectionModel().addListSelectionListener(event -> select());
        details.setName("plugins.details");
        details.getAccessibleContext().setAccessibleName("About the plug-in");
        details.setEditable(false);
        details.setLineWrap(true);
        details.setWrapStyleWord(true);
        JPanel buttons = new JPanel(new MigLayout("insets 0, gapy 2, nogrid"));
        buttons.add(button("Install from file...", "plugins.installFile", this::installFile));
        buttons.add(install);
        buttons.add(update);
        buttons.add(remove, "wrap");
        buttons.add(button("Add repository...", "plugins.addRepository", this::addRepository));
        buttons.add(button("Remove repository...", "plugins.removeRepository", this::removeRepository));
        buttons.add(button("Refresh", "plugins.refresh", this::refresh));
        panel.add(buttons, "growx, wmin 0, wrap");
        JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, new JScrollPane(table), new JScrollPane(details));
        split.setResizeWeight(0.6);
        panel.add(split, "grow, wmin 0, hmin 0");
        select();
        refresh();
    }

    @Override
    public JComponent component() {
        return panel;
    }

    private void refresh() {
        workbench.inBackground(
                "Looking for plug-ins", progress -> PluginCatalog.read(plugins, repositories), this::show);
    }

    private void show(PluginCatalog catalog) {
        Optional<String> before = selected().map(PluginRow::name);
        model.show(catalog.rows());
        for (int row = 0; row < model.getRowCount(); row++) {
            if (before.equals(Optional.of(model.row(row).name()))) {
                table.setRowSelectionInterval(row, row);
            }
        }
        select();
        if (!catalog.troubles().isEmpty()) {
            details.setText(String.join("\n", catalog.troubles()) + "\n\n" + details.getText());
        }
    }

    private void select() {
        Optional<PluginRow> row = selected();
        install.setEnabled(row.flatMap(PluginRow::addition).isPresent());
        update.setEnabled(row.flatMap(PluginRow::update).isPresent());
        remove.setEnabled(row.flatMap(PluginRow::installed).isPresent());
        details.setText(
                row.map(PluginRow::details)
                        .orElse(
                                "A plug-in brings problems, solvers, networks, optimizers or visuals. Choose one in the table to read about it,"
                                        + " install one from a jar or feature file, or add a repository to see what it offers."));
        details.setCaretPosition(0);
    }

    private Optional<PluginRow> selected() {
        int row = table.getSelectedRow();
        return row < 0 ? Optional.empty() : Optional.of(model.row(row));
    }

    private void installSelected() {
        selected().flatMap(PluginRow::addition).map(PluginOffer::source).ifPresent(operations::install);
    }

    private void updateSelected() {
        selected().flatMap(PluginRow::update).map(PluginOffer::source).ifPresent(operations::install);
    }

    private void removeSelected() {
        selected().map(PluginRow::name).ifPresent(operations::remove);
    }

    private void installFile() {
        JFileChooser chooser = new JFileChooser(workbench.folder().toFile());
        chooser.setName("plugins.chooser");
        chooser.setFileFilter(new FileNameExtensionFilter("Plug-ins: bundle jars, feature files", "jar", "json"));
        if (chooser.showOpenDialog(workbench.window()) == JFileChooser.APPROVE_OPTION) {
            operations.install(PluginSource.of(chooser.getSelectedFile().toURI()));
        }
    }

    private void addRepository() {
        String address = JOptionPane.showInputDialog(
                workbench.window(), "Path of a folder, or address on a web server", "https://");
        if (address != null && !address.isBlank()) {
            workbench.inBackground(
                    "Adding the repository",
                    progress -> {
                        repositories.add(Addresses.read(address.strip(), workbench.folder()));
                        return address;
                    },
                    added -> refresh());
        }
    }

    private void removeRepository() {
        workbench.inBackground(
                "Reading the list of repositories", progress -> repositories.addresses(), this::removeOneOf);
    }

    private void removeOneOf(List<URI> known) {
        Object[] addresses = known.toArray();
        Object chosen = addresses.length == 0
                ? null
                : JOptionPane.showInputDialog(
                        workbench.window(),
                        "Plug-ins that came from it stay.",
                        "Remove repository",
                        JOptionPane.PLAIN_MESSAGE,
                        null,
                        addresses,
                        addresses[0]);
        if (chosen instanceof URI address) {
            workbench.inBackground(
                    "Removing the repository",
                    progress -> {
                        repositories.remove(address);
                        return address;
                    },
                    removed -> refresh());
        }
    }

    private static JButton button(String title, String name, Runnable action) {
        JButton button = new JButton(title);
        button.setName(name);
        button.addActionListener(event -> action.run());
        return button;
    }
}
