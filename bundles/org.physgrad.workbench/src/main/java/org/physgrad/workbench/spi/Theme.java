package org.physgrad.workbench.spi;

/** How the window looks. Colours of components come from {@link javax.swing.UIManager}; this says which way they lean. */
public enum Theme {
    /** Dark on light. */
    LIGHT,
    /** Light on dark. */
    DARK;

    /** Whether light stands on dark. */
    public boolean dark() {
        return this == DARK;
    }
}
