package org.physgrad.workbench.shell;

import java.util.List;
import java.util.function.Consumer;
import org.physgrad.workbench.spi.Action;
import org.physgrad.workbench.spi.View;
import org.physgrad.workbench.spi.Workbench;

/** Opens a view, or brings it to the front. */
final class OpenView implements Action {

    /** The views that have a key of their own: Alt with their place here, counted from 1; the tenth has Alt with 0. */
    private static final List<String> NUMBERED = List.of(
            "org.physgrad.project",
            "org.physgrad.welcome",
            "org.physgrad.editor",
            "org.physgrad.runs",
            "org.physgrad.curves",
            "org.physgrad.closeup",
            "org.physgrad.fields",
            "org.physgrad.plugins",
            "org.physgrad.notices",
            "org.physgrad.samples");

    private final View.Description view;
    private final Consumer<String> focus;

    /**
     * @param focus moves the keyboard into a view that is open
     */
    OpenView(View view, Consumer<String> focus) {
        this.view = view.description();
        this.focus = focus;
    }

    static String id(View view) {
        return "view.open." + view.description().id();
    }

    @Override
    public Description description() {
        return new Description("view.open." + view.id(), view.title(), "View", 100, key());
    }

    @Override
    public void perform(Workbench workbench) {
        workbench.open(view.id());
        focus.accept(view.id());
    }

    private String key() {
        int place = NUMBERED.indexOf(view.id());
        return place < 0 ? "" : "alt " + (place + 1) % 10;
    }
}
