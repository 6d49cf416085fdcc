package org.physgrad.workbench.project;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.engine.experiment.JsonFile;
import org.physgrad.workbench.editor.EditorView;
import org.physgrad.workbench.spi.Action;
import org.physgrad.workbench.spi.Selection;
import org.physgrad.workbench.spi.Workbench;

/** Copies the selected experiment, or that of the selected run, under a new name. */
@Component
public final class DuplicateAction implements Action {

    static final String ID = "experiment.duplicate";

    @Override
    public Description description() {
        return new Description(ID, "Duplicate", "File", 20, "control D");
    }

    @Override
    public Optional<String> refuses(Workbench workbench) {
        return SelectedPaths.refusal(workbench);
    }

    @Override
    public void perform(Workbench workbench) throws IOException {
        Path selected = SelectedPaths.of(workbench).get(0);
        Path source = Files.isDirectory(selected) ? selected.resolve("experiment.json") : selected;
        String name = selected.getFileName().toString().replaceFirst("\\.json$", "");
        Path copy = FreeNames.file(workbench.folder(), name, ".json");
        Files.writeString(copy, renamed(Files.readString(source), copy));
        workbench.select(Selection.ofExperiment(copy));
        workbench.open(EditorView.ID);
    }

    /** Gives the experiment the name of its new file; text that is no JSON is copied as it is. */
    private static String renamed(String text, Path file) {
        try {
            JsonObject root = JsonFile.parse(text);
            root.addProperty("name", file.getFileName().toString().replaceFirst("\\.json$", ""));
            return new GsonBuilder()
                            .setPrettyPrinting()
                            .disableHtmlEscaping()
                            .create()
                            .toJson(root) + "\n";
        } catch (InvalidExperimentException e) {
            return text;
        }
    }
}
