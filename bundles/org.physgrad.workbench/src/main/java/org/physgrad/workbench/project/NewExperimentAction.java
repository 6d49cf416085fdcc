package org.physgrad.workbench.project;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import javax.swing.Icon;
import javax.swing.JOptionPane;
import org.osgi.service.component.annotations.Component;
import org.physgrad.workbench.editor.EditorView;
import org.physgrad.workbench.pictures.Symbol;
import org.physgrad.workbench.spi.Action;
import org.physgrad.workbench.spi.Selection;
import org.physgrad.workbench.spi.Workbench;

/** Makes an experiment of which only the name is known. */
@Component
public final class NewExperimentAction implements Action {

    @Override
    public Description description() {
        return new Description("experiment.new", "New experiment...", "File", 10, "control N");
    }

    @Override
    public void perform(Workbench workbench) throws IOException {
        String name = (String) JOptionPane.showInputDialog(
                workbench.window(),
                "Name of the experiment",
                "New experiment",
                JOptionPane.PLAIN_MESSAGE,
                null,
                null,
                "experiment");
        if (name == null || name.isBlank()) {
            return;
        }
        Path file = FreeNames.file(workbench.folder(), name.strip(), ".json");
        JsonObject root = new JsonObject();
        root.addProperty("name", name.strip());
        Files.writeString(
                file,
                new GsonBuilder().setPrettyPrinting().create().toJson(root) + "\n",
                StandardOpenOption.CREATE_NEW);
        workbench.select(Selection.ofExperiment(file));
        workbench.open(EditorView.ID);
    }

    @Override
    public Optional<Icon> icon() {
        return Optional.of(Symbol.NEW);
    }
}
