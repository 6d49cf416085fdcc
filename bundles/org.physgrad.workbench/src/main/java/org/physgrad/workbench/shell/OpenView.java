package org.physgrad.workbench.shell;

import org.physgrad.workbench.spi.Action;
import org.physgrad.workbench.spi.View;
import org.physgrad.workbench.spi.Workbench;

/** Opens a view, or brings it to the front. */
final class OpenView implements Action {

    private final View.Description view;

    OpenView(View view) {
        this.view = view.description();
    }

    static String id(View view) {
        return "view.open." + view.description().id();
    }

    @Override
    public Description description() {
        return new Description("view.open." + view.id(), view.title(), "View", 100, "");
    }

    @Override
    public void perform(Workbench workbench) {
        workbench.open(view.id());
    }
}
