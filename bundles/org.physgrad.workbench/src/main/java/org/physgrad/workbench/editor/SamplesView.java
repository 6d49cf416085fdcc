package org.physgrad.workbench.editor;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.workbench.fields.InstalledVisuals;
import org.physgrad.workbench.spi.Place;
import org.physgrad.workbench.spi.View;
import org.physgrad.workbench.spi.Workbench;

/** Shows what the generator of the edited experiment draws. */
@Component(service = View.class)
public final class SamplesView implements View {

    private final Documents documents;
    private final InstalledVisuals visuals;

    /**
     * Made by Declarative Services.
     *
     * @param documents the open experiments
     * @param visuals what draws the examples
     */
    @Activate
    public SamplesView(@Reference Documents documents, @Reference InstalledVisuals visuals) {
        this.documents = documents;
        this.visuals = visuals;
    }

    @Override
    public Description description() {
        return new Description("org.physgrad.samples", "Samples", Place.RIGHT_BOTTOM, 300, true);
    }

    @Override
    public Content open(Workbench workbench) {
        return new SamplesPanel(workbench, documents, visuals);
    }
}
