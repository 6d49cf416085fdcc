package org.physgrad.workbench.editor;

import java.io.IOException;
import java.util.Optional;
import javax.swing.Icon;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.workbench.pictures.Symbol;
import org.physgrad.workbench.spi.Action;
import org.physgrad.workbench.spi.Workbench;

/** Makes the change again that was taken back last. */
@Component(service = Action.class)
public final class RedoAction extends DocumentAction {

    /**
     * Made by Declarative Services.
     *
     * @param documents the open experiments
     */
    @Activate
    public RedoAction(@Reference Documents documents) {
        super(documents, new Description("experiment.redo", "Redo", "Edit", 20, "control Y"));
    }

    @Override
    Optional<String> refuses(ExperimentDocument document) {
        return document.canRedo() ? Optional.empty() : Optional.of("there is nothing to redo");
    }

    @Override
    void perform(Workbench workbench, ExperimentDocument document) throws IOException {
        document.redo();
    }

    @Override
    public Optional<Icon> icon() {
        return Optional.of(Symbol.REDO);
    }
}
