package org.physgrad.workbench.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.engine.run.RunFolder;
import org.physgrad.workbench.runs.RunQueue;
import org.physgrad.workbench.spi.Action;
import org.physgrad.workbench.spi.Notice;
import org.physgrad.workbench.spi.Selection;
import org.physgrad.workbench.spi.Workbench;

/** Deletes the selected experiment or runs; can be undone. */
@Component(service = Action.class)
public final class DeleteAction implements Action {

    static final String ID = "project.delete";

    private final Trash trash;
    private final RunQueue queue;

    /**
     * Made by Declarative Services.
     *
     * @param trash where deleted things go
     * @param queue the runs of the window, to leave alone those that train
     */
    @Activate
    public DeleteAction(@Reference Trash trash, @Reference RunQueue queue) {
        this.trash = trash;
        this.queue = queue;
    }

    @Override
    public Description description() {
        return new Description(ID, "Delete experiment or runs", "Edit", 200, "");
    }

    @Override
    public Optional<String> refuses(Workbench workbench) {
        boolean active = queue.runs().stream()
                .filter(run -> run.status().state().active())
                .anyMatch(run -> workbench.selection().runs().contains(run.folder()));
        return active ? Optional.of("the run trains or waits; cancel it first") : SelectedPaths.refusal(workbench);
    }

    @Override
    public void perform(Workbench workbench) throws IOException {
        List<Path> paths = SelectedPaths.of(workbench);
        for (Path run : workbench.selection().runs()) {
            if (RunFolder.open(run).trains()) {
                throw new IOException(
                        run + " is trained by another process; wait until that has ended, or stop it first");
            }
        }
        trash.delete(workbench.folder(), paths);
        queue.runs().stream().filter(run -> paths.contains(run.folder())).forEach(queue::forget);
        workbench.select(Selection.NONE);
        String names = paths.stream().map(path -> path.getFileName().toString()).collect(Collectors.joining(", "));
        workbench.tell(Notice.info("Deleted " + names + ". \"Undo deletion\" (Ctrl+Shift+Z) brings it back."));
    }
}
