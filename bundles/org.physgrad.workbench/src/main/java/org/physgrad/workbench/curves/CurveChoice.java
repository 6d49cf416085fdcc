package org.physgrad.workbench.curves;

import java.util.LinkedHashSet;
import java.util.Set;
import org.physgrad.workbench.runs.TrackedRun;
import org.physgrad.workbench.spi.Selection;

/** Which runs are drawn. Outlives the view: closed and opened again, as by a reset of the layout, it shows what it did. */
final class CurveChoice {

    private final Set<TrackedRun> runs = new LinkedHashSet<>();
    private Selection seen = Selection.NONE;

    /** The runs that are ticked, to be changed. */
    Set<TrackedRun> runs() {
        return runs;
    }

    /** The selection that was followed last. */
    Selection seen() {
        return seen;
    }

    void see(Selection selection) {
        seen = selection;
    }
}
