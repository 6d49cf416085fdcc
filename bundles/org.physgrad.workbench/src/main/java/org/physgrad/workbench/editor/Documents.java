package org.physgrad.workbench.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.physgrad.workbench.spi.Registration;

/** The experiments that were opened since the start, each with what can be undone. To be used on the event thread. */
@Component(service = Documents.class)
public final class Documents {

    private final Map<Path, ExperimentDocument> open = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Optional<ExperimentDocument> current = Optional.empty();

    /** The experiment that the editor shows. */
    Optional<ExperimentDocument> current() {
        return current;
    }

    ExperimentDocument show(Path file) throws IOException {
        ExperimentDocument document = open.get(file);
        if (document == null) {
            document = ExperimentDocument.open(file);
            open.put(file, document);
            document.follow(this::tell);
        } else {
            document.reload();
        }
        current = Optional.of(document);
        tell();
        return document;
    }

    /** Follows the experiment that the editor shows: that it is another one, or has changed. */
    Registration follow(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
