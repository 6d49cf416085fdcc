package org.physgrad.workbench.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.workbench.spi.Action;
import org.physgrad.workbench.spi.Selection;
import org.physgrad.workbench.spi.Workbench;

/** Brings back what was deleted last. */
@Component(service = Action.class)
public final class UndoDeleteAction implements Action {

    private final Trash trash;

    /**
     * Made by Declarative Services.
     *
     * @param trash where deleted things are
     */
    @Activate
    public UndoDeleteAction(@Reference Trash trash) {
        this.trash = trash;
    }

    @Override
    public Description description() {
        return new Description("project.undoDelete", "Undo deletion", "Edit", 210, "control shift Z");
    }

    @Override
    public Optional<String> refuses(Workbench workbench) {
        return trash.isEmpty() ? Optional.of("nothing was deleted since the start") : Optional.empty();
    }

    @Override
    public void perform(Workbench workbench) throws IOException {
        List<Path> restored = trash.restore();
        List<Path> runs = restored.stream().filter(Files::isDirectory).toList();
        Optional<Path> experiment =
                restored.stream().filter(Files::isRegularFile).findFirst();
        workbench.select(new Selection(experiment, runs));
    }
}
