package org.physgrad.workbench.runs;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.workbench.spi.Place;
import org.physgrad.workbench.spi.View;
import org.physgrad.workbench.spi.Workbench;

/** The runs of the window: how far they are, what happened, and what can be done about it. */
@Component(service = View.class)
public final class RunsView implements View {

    /** Name for programs. */
    public static final String ID = "org.physgrad.runs";

    private final RunQueue queue;

    /**
     * Made by Declarative Services.
     *
     * @param queue the runs
     */
    @Activate
    public RunsView(@Reference RunQueue queue) {
        this.queue = queue;
    }

    @Override
    public Description description() {
        return new Description(ID, "Runs", Place.BOTTOM, 100, true);
    }

    @Override
    public Content open(Workbench workbench) {
        return new RunsPanel(queue, workbench);
    }
}
