package org.physgrad.report.figures;

import java.util.List;
import java.util.Optional;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Snapshot;
import org.physgrad.report.runs.ReportedRun;
import org.physgrad.report.runs.RunGroup;

/**
 * What the network of a group answers to an observation that it was not trained with.
 *
 * @param group the group
 * @param snapshot observation, answer and effect
 * @param pictures pictures of the quantities, flat ones
 * @param relief the inferred cause in 3D; empty where it is a single number
 */
public record Example(RunGroup group, Snapshot snapshot, List<Picture> pictures, Optional<Picture> relief) {

    /** Copies the list. */
    public Example {
        pictures = List.copyOf(pictures);
    }

    /** The run whose network answers. */
    public ReportedRun run() {
        return group.first();
    }

    /** The quantities that stand still, in the order in which people want to read them. */
    public List<Quantity> quantities() {
        return Examples.still(snapshot);
    }
}
