package org.physgrad.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.reflect.InvocationTargetException;
import javax.swing.InputMap;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.physgrad.workbench.spi.Theme;

/** What the window's looks leave to its actions. */
class ThemesTest {

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theKeysOfActionsAreNotThoseOfSplitPanes(Theme theme) throws InterruptedException, InvocationTargetException {
        SwingUtilities.invokeAndWait(() -> Themes.apply(theme));
        InputMap keys = (InputMap) UIManager.get("SplitPane.ancestorInputMap");
        assertNull(keys.get(KeyStroke.getKeyStroke("F6")), "F6 pauses a run");
        assertNull(keys.get(KeyStroke.getKeyStroke("F8")), "F8 compares runs");
        assertNotNull(keys.get(KeyStroke.getKeyStroke("LEFT")), "arrows move a divider that has the focus");
    }

    @Test
    void tablesLeaveF8() throws InterruptedException, InvocationTargetException {
        SwingUtilities.invokeAndWait(() -> Themes.apply(Theme.LIGHT));
        assertNull(((InputMap) UIManager.get("Table.ancestorInputMap")).get(KeyStroke.getKeyStroke("F8")));
    }
}
