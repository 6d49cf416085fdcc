package org.physgrad.workbench.fields;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.workbench.spi.Place;
import org.physgrad.workbench.spi.View;
import org.physgrad.workbench.spi.Workbench;

/** All quantities of one example side by side, live while a run trains. */
@Component(service = View.class)
public final class FieldsView implements View {

    /** Name for programs. */
    public static final String ID = "org.physgrad.fields";

    private final ExampleModel model;
    private final InstalledVisuals visuals;

    /**
     * Made by Declarative Services.
     *
     * @param model the example that is looked at
     * @param visuals what draws it
     */
    @Activate
    public FieldsView(@Reference ExampleModel model, @Reference InstalledVisuals visuals) {
        this.model = model;
        this.visuals = visuals;
    }

    @Override
    public Description description() {
        return new Description(ID, "Fields", Place.RIGHT_BOTTOM, 200, true);
    }

    @Override
    public Content open(Workbench workbench) {
        return new FieldsPanel(workbench, model, visuals);
    }
}
