package org.physgrad.workbench.editor;

import java.io.IOException;
import java.util.Optional;
import org.physgrad.workbench.spi.Action;
import org.physgrad.workbench.spi.Workbench;

/** An action on the experiment that the editor shows. */
abstract class DocumentAction implements Action {

    private final Documents documents;
    private final Description description;

    DocumentAction(Documents documents, Description description) {
        this.documents = documents;
        this.description = description;
    }

    /** Says why it cannot be done to an experiment now. */
    Optional<String> refuses(ExperimentDocument document) {
        return Optional.empty();
    }

    abstract void perform(Workbench workbench, ExperimentDocument document) throws IOException;

    @Override
    public final Description description() {
        return description;
    }

    @Override
    public final Optional<String> refuses(Workbench workbench) {
        return documents.current().isEmpty()
                ? Optional.of("no experiment is open")
                : refuses(documents.current().get());
    }

    @Override
    public final void perform(Workbench workbench) throws IOException {
        perform(workbench, documents.current().orElseThrow());
    }
}
