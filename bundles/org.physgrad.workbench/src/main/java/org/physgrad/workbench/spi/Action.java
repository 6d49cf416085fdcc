package org.physgrad.workbench.spi;

import java.util.Optional;
import javax.swing.Icon;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something to do in the window: in a menu, on a key, on the toolbar and in the palette of commands. Register it as an OSGi service under this interface.
 */
@ConsumerType
public interface Action {

    /**
     * How an action is presented.
     *
     * @param id name for programs, unique, such as {@code run.cancel}
     * @param name name for people, an imperative such as {@code Cancel run}
     * @param menu the menu that it is in, such as {@code Run} or {@code View/Layout}; empty for none: the palette has it anyway
     * @param order order within the menu, small first; a separator stands where the hundreds change
     * @param key the keys that call it as {@link javax.swing.KeyStroke#getKeyStroke(String)} reads them, such as {@code control R}; empty for none
     */
    record Description(String id, String name, String menu, int order, String key) {}

    /**
     * Describes the action.
     *
     * @return always the same description
     */
    Description description();

    /**
     * Draws the action.
     *
     * @return an icon of 16 by 16 pixels; an action that has one is on the toolbar
     */
    default Optional<Icon> icon() {
        return Optional.empty();
    }

    /**
     * Says why the action cannot be done now. It is asked whenever a menu opens, the selection changes, or somebody calls
     * {@link Workbench#updateActions}.
     *
     * @param workbench the window
     * @return the reason, for people, such as {@code no run is selected}; empty if it can be done
     */
    default Optional<String> refuses(Workbench workbench) {
        return Optional.empty();
    }

    /**
     * Does it. What takes longer than a moment belongs into {@link Workbench#inBackground}.
     *
     * @param workbench the window
     * @throws Exception if it fails; the window shows the message with its details
     */
    void perform(Workbench workbench) throws Exception;
}
