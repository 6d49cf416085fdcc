package org.physgrad.workbench.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.physgrad.workbench.spi.Action;
import org.physgrad.workbench.spi.Workbench;

/** Opens the folder of what is selected in the desktop's file manager. */
@Component
public final class OpenFolderAction implements Action {

    static final String ID = "project.openFolder";

    @Override
    public Description description() {
        return new Description(ID, "Open folder", "File", 30, "control shift O");
    }

    @Override
    public Optional<String> refuses(Workbench workbench) {
        return SelectedPaths.refusal(workbench);
    }

    @Override
    public void perform(Workbench workbench) {
        Path selected = SelectedPaths.of(workbench).get(0);
        Path folder = Files.isDirectory(selected) ? selected : selected.getParent();
        DesktopOpener.open(workbench, folder);
    }
}
