package org.physgrad.workbench.curves;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.workbench.runs.RunQueue;
import org.physgrad.workbench.spi.Place;
import org.physgrad.workbench.spi.View;
import org.physgrad.workbench.spi.Workbench;

/** Learning curves of several runs, live. */
@Component(service = View.class)
public final class CurvesView implements View {

    /** Name for programs. */
    public static final String ID = "org.physgrad.curves";

    private final RunQueue queue;
    private final CurveChoice choice = new CurveChoice();

    /**
     * Made by Declarative Services.
     *
     * @param queue the runs
     */
    @Activate
    public CurvesView(@Reference RunQueue queue) {
        this.queue = queue;
    }

    @Override
    public Description description() {
        return new Description(ID, "Learning curves", Place.RIGHT, 100, true);
    }

    @Override
    public Content open(Workbench workbench) {
        return new CurvesPanel(queue, workbench, choice);
    }
}
