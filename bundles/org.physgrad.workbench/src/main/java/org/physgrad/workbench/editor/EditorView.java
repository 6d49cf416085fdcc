package org.physgrad.workbench.editor;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.PartType;
import org.physgrad.workbench.spi.Notice;
import org.physgrad.workbench.spi.Place;
import org.physgrad.workbench.spi.Registration;
import org.physgrad.workbench.spi.Selection;
import org.physgrad.workbench.spi.View;
import org.physgrad.workbench.spi.Workbench;

/** Edits the selected experiment. */
@Component
public final class EditorView implements View {

    /** Name for programs. */
    public static final String ID = "org.physgrad.editor";

    private final Documents documents;

    /**
     * Made by Declarative Services.
     *
     * @param documents the open experiments
     */
    @Activate
    public EditorView(@Reference Documents documents) {
        this.documents = documents;
    }

    @Override
    public Description description() {
        return new Description(ID, "Experiment", Place.CENTER, 100, true);
    }

    @Override
    public Content open(Workbench workbench) {
        return new Editor(workbench, documents);
    }

    private static final class Editor implements Content, Catalog.Watcher {

        private final Workbench workbench;
        private final Documents documents;
        private final JPanel panel = new JPanel(new BorderLayout());
        private final List<Registration> registrations;
        private final Catalog.Watch watch;
        private Optional<Path> shown = Optional.empty();
        private Optional<EditorPanel> editor = Optional.empty();

        Editor(Workbench workbench, Documents documents) {
            this.workbench = workbench;
            this.documents = documents;
            panel.add(new JLabel("Select an experiment, or make a new one (Ctrl+N).", SwingConstants.CENTER));
            registrations = List.of(
                    workbench.onSelection(this::select),
                    workbench.onTheme(theme -> editor.ifPresent(EditorPanel::look)));
            watch = workbench.catalog().watch(this);
            select(workbench.selection());
        }

        private void select(Selection selection) {
            Optional<Path> file = selection.experiment().filter(Files::isRegularFile);
            if (file.isEmpty() || file.equals(shown)) {
                return;
            }
            try {
                ExperimentDocument document = documents.show(file.get());
                editor.ifPresent(EditorPanel::stop);
                EditorPanel next = new EditorPanel(workbench, document);
                editor = Optional.of(next);
                shown = file;
                panel.removeAll();
                panel.add(next, BorderLayout.CENTER);
                panel.revalidate();
                panel.repaint();
            } catch (IOException e) {
                workbench.tell(Notice.error(file.get() + " cannot be read: " + e.getMessage(), e));
            }
        }

        @Override
        public void arrived(PartType type) {
            EventQueue.invokeLater(() -> editor.ifPresent(EditorPanel::changed));
        }

        @Override
        public void leaving(PartType type) {
            EventQueue.invokeLater(() -> editor.ifPresent(EditorPanel::changed));
        }

        @Override
        public JComponent component() {
            return panel;
        }

        @Override
        public void closed() {
            watch.close();
            registrations.forEach(Registration::close);
            editor.ifPresent(EditorPanel::stop);
        }
    }
}
