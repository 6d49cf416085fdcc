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

/** Takes back the last change of the experiment. */
@Component(service = Action.class)
public final class UndoAction extends DocumentAction {

    /**
     * Made by Declarative Services.
     *
     * @param documents the open experiments
     */
    @Activate
    public UndoAction(@Reference Documents documents) {
        super(documents, new Description("experiment.undo", "Undo", "Edit", 10, "control Z"));
    }

    @Override
    Optional<String> refuses(ExperimentDocument document) {
        return document.canUndo() ? Optional.empty() : Optional.of("there is nothing to undo");
    }

    @Override
    void perform(Workbench workbench, ExperimentDocument document) throws IOException {
        document.undo();
    }

    @Override
    public Optional<Icon> icon() {
        return Optional.of(Symbol.UNDO);
    }
}
