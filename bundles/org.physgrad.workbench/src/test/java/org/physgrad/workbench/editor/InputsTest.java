package org.physgrad.workbench.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How defaults are written in the form. */
class InputsTest {

    @Test
    void numbersAreWrittenAsPeopleWould() {
        assertEquals("8", Inputs.text(8.0));
        assertEquals("0.68", Inputs.text(0.68));
        assertEquals("1e-6", Inputs.text(1e-6));
        assertEquals("2.5e-7", Inputs.text(2.5e-7));
        assertEquals("1, 0.5", Inputs.text(List.of(1.0, 0.5)));
    }
}
