package org.physgrad.workbench.welcome;

import org.osgi.service.component.annotations.Component;
import org.physgrad.workbench.spi.Place;
import org.physgrad.workbench.spi.View;
import org.physgrad.workbench.spi.Workbench;

/** Where the window begins. */
@Component(service = View.class)
public final class WelcomeView implements View {

    @Override
    public Description description() {
        return new Description("org.physgrad.welcome", "Welcome", Place.CENTER, 0, true);
    }

    @Override
    public Content open(Workbench workbench) {
        return new WelcomePanel(workbench, ExampleFiles.installed());
    }
}
