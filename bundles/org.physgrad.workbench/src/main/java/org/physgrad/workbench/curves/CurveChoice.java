package org.physgrad.workbench.curves;

import java.util.LinkedHashSet;
import java.util.Set;
import org.physgrad.workbench.runs.TrackedRun;
import org.physgrad.workbench.spi.Selection;

/** Which runs are drawn, and how. Outlives the view: closed and opened again, as by a reset of the layout, it shows what it did. */
final class CurveChoice {

    private final Set<TrackedRun> runs = new LinkedHashSet<>();
    private Selection seen = Selection.NONE;
    private CurveSettings settings = CurveSettings.DEFAULT;

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

    /** How they were drawn when the view was last closed. */
    CurveSettings settings() {
        return settings;
    }

    void keep(CurveSettings last) {
        settings = last;
    }
}
