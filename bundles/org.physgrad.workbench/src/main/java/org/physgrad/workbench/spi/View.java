package org.physgrad.workbench.spi;

import java.util.Optional;
import javax.swing.Icon;
import javax.swing.JComponent;
import org.osgi.annotation.versioning.ConsumerType;

/** A view that can be opened in the window. Register it as an OSGi service under this interface. */
@ConsumerType
public interface View {

    /**
     * What the window needs to know of a view before it is opened.
     *
     * @param id name for programs, unique, such as {@code org.example.spectrum}; saved layouts hold it
     * @param title name for people, on the view's tab
     * @param place where it is docked until somebody moves it
     * @param order order among the views of one place, small first
     * @param openAtStart whether the first start, and every reset of the layout, opens it
     */
    record Description(String id, String title, Place place, int order, boolean openAtStart) {}

    /** What an open view shows. */
    interface Content {

        /**
         * What is docked.
         *
         * @return always the same component
         */
        JComponent component();

        /** Called once, when the view has been closed or its bundle goes away: ends timers and registrations. */
        default void closed() {}

        /**
         * Content that has nothing to end.
         *
         * @param component what is docked
         * @return the content
         */
        static Content of(JComponent component) {
            return () -> component;
        }
    }

    /**
     * Describes the view.
     *
     * @return always the same description
     */
    Description description();

    /**
     * Draws the view's tab.
     *
     * @return an icon of 16 by 16 pixels, empty for none
     */
    default Optional<Icon> icon() {
        return Optional.empty();
    }

    /**
     * Makes what the view shows. What this throws, and what the component throws while it is painted, takes the place of the view and leaves the rest of the
     * window alone.
     *
     * @param workbench the window
     * @return new content, once per opening
     */
    Content open(Workbench workbench);
}
