package org.physgrad.workbench.plugins;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.plugins.PluginRepositories;
import org.physgrad.workbench.spi.Place;
import org.physgrad.workbench.spi.View;
import org.physgrad.workbench.spi.Workbench;

/** The plug-in manager. */
@Component(service = View.class)
public final class PluginsView implements View {

    /** Name for programs. */
    public static final String ID = "org.physgrad.plugins";

    private final PluginRepositories repositories;

    /**
     * Made by Declarative Services.
     *
     * @param repositories where plug-ins can be had
     */
    @Activate
    public PluginsView(@Reference PluginRepositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Description description() {
        return new Description(ID, "Plug-ins", Place.CENTER, 900, false);
    }

    @Override
    public Content open(Workbench workbench) {
        return new PluginsPanel(workbench.plugins(), repositories, workbench);
    }
}
