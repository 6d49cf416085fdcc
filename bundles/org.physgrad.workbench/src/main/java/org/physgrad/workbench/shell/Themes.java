package org.physgrad.workbench.shell;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.util.List;
import java.util.Map;
import javax.swing.InputMap;
import javax.swing.KeyStroke;
import javax.swing.UIManager;
import org.physgrad.workbench.spi.Theme;

/** The look and feel behind each theme. */
final class Themes {

    private Themes() {}

    /** Keys of the window that Swing gives to split panes and tables, which are everywhere in it and would keep them from its actions. */
    private static final Map<String, List<String>> TAKEN =
            Map.of("SplitPane.ancestorInputMap", List.of("F6", "F8"), "Table.ancestorInputMap", List.of("F8"));

    /** Gives all components, those on screen too, the look of a theme. */
    static void apply(Theme theme) {
        UIManager.put(
                "ClassLoader", FlatLaf.class.getClassLoader()); // the look's classes are known to this bundle alone
        UIManager.put("TabbedPane.showTabSeparators", true);
        if (theme.dark()) {
            FlatDarkLaf.setup();
        } else {
            FlatLightLaf.setup();
        }
        freeKeys();
        FlatLaf.updateUI();
    }

    private static void freeKeys() {
        TAKEN.forEach((map, keys) ->
                keys.forEach(key -> ((InputMap) UIManager.get(map)).remove(KeyStroke.getKeyStroke(key))));
    }
}
