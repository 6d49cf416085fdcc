package org.physgrad.workbench.shell;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import javax.swing.UIManager;
import org.physgrad.workbench.spi.Theme;

/** The look and feel behind each theme. */
final class Themes {

    private Themes() {}

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
        FlatLaf.updateUI();
    }
}
