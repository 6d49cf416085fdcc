package org.physgrad.workbench.spi;

import java.awt.Window;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.plugins.Plugins;

/** The window, as views and actions see it. To be used on the event thread. */
@ProviderType
public interface Workbench {

    /** The installed parts. */
    Catalog catalog();

    /** The plug-ins of this installation. */
    Plugins plugins();

    /** The workspace folder: experiments are its {@code *.json} files, runs lie under its {@code runs}. Absolute. */
    Path folder();

    /** The window, as an owner of dialogs. */
    Window window();

    /** What is selected. */
    Selection selection();

    /**
     * Selects something else and tells all who follow.
     *
     * @param selection what is selected from now on
     */
    void select(Selection selection);

    /**
     * Follows the selection.
     *
     * @param listener told of every new selection
     * @return ends it
     */
    Registration onSelection(Consumer<Selection> listener);

    /** How the window looks now. */
    Theme theme();

    /**
     * Makes the window look otherwise.
     *
     * @param theme how
     */
    void setTheme(Theme theme);

    /**
     * Follows the theme. Components of Swing take its colours by themselves; this is for what else is drawn.
     *
     * @param listener told of every new theme, after the components have it
     * @return ends it
     */
    Registration onTheme(Consumer<Theme> listener);

    /**
     * Opens a view, or brings it to the front.
     *
     * @param id the view's id; nothing happens but a notice if there is no such view
     */
    void open(String id);

    /**
     * Does an action, if it can be done now; otherwise says why not.
     *
     * @param id the action's id
     */
    void perform(String id);

    /** Asks all actions again whether they can be done. */
    void updateActions();

    /**
     * Tells people something. May be called from any thread.
     *
     * @param notice what
     */
    void tell(Notice notice);

    /**
     * Works in the background, with progress in the status bar. What the task throws becomes a notice.
     *
     * @param name what is done, for people
     * @param task the work
     * @param done takes the outcome, on the event thread
     * @param <T> the outcome
     */
    <T> void inBackground(String name, Task<T> task, Consumer<? super T> done);
}
