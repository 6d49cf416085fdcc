package org.physgrad.workbench.editor;

import com.google.gson.JsonElement;
import java.util.Optional;
import javax.swing.JComponent;

/** A control for one value of an experiment. */
interface Input {

    /** Takes what somebody enters. */
    interface Sink {

        /**
         * Called on every change by hand.
         *
         * @param value the new value, empty for the default
         */
        void entered(Optional<JsonElement> value);
    }

    /** The control. */
    JComponent component();

    /** Shows a value of the document; leaves the control alone if that is what it shows already. */
    void show(Optional<JsonElement> value);
}
