package org.physgrad.workbench.fields;

import java.util.List;
import java.util.Optional;
import org.physgrad.api.visual.Snapshot;
import org.physgrad.workbench.runs.TrackedRun;

/**
 * Answers of a network to the first observations of a file.
 *
 * @param run the run that trained the network
 * @param name name of the file, for people
 * @param size number of observations in the file
 * @param examples the answers to the first ones; a single one, of many examples, where these are single numbers
 */
public record AnsweredFile(TrackedRun run, String name, long size, List<Snapshot> examples) {

    /** Copies the list. */
    public AnsweredFile {
        examples = List.copyOf(examples);
    }

    Optional<Snapshot> example(int index) {
        return index < examples.size() ? Optional.of(examples.get(index)) : Optional.empty();
    }

    /** Says why an example is not shown. */
    String without(int index) {
        return index < size
                ? "The window keeps the first " + examples.size() + " of " + size + " answers; all are in the file."
                : name + " has " + size + " observations, the first one is 0.";
    }
}
