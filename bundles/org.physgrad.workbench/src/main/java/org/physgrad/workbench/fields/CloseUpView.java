package org.physgrad.workbench.fields;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.workbench.spi.Place;
import org.physgrad.workbench.spi.View;
import org.physgrad.workbench.spi.Workbench;

/** One quantity of one example, large: as a surface that turns, as an image, or as a plug-in draws it. */
@Component(service = View.class)
public final class CloseUpView implements View {

    /** Name for programs. */
    public static final String ID = "org.physgrad.closeup";

    private final ExampleModel model;
    private final InstalledVisuals visuals;

    /**
     * Made by Declarative Services.
     *
     * @param model the example that is looked at
     * @param visuals what draws it
     */
    @Activate
    public CloseUpView(@Reference ExampleModel model, @Reference InstalledVisuals visuals) {
        this.model = model;
        this.visuals = visuals;
    }

    @Override
    public Description description() {
        return new Description(ID, "Close-up", Place.RIGHT_BOTTOM, 100, true);
    }

    @Override
    public Content open(Workbench workbench) {
        return new CloseUpPanel(workbench, model, visuals);
    }
}
