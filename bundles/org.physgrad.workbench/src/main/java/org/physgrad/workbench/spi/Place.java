package org.physgrad.workbench.spi;

/** Where a view is docked until somebody moves it. */
public enum Place {
    /** Beside the centre, left: what there is to choose from. */
    LEFT,
    /** The centre: what is worked on. */
    CENTER,
    /** Beside the centre, right: what is looked at meanwhile. */
    RIGHT,
    /** Under the right side. */
    RIGHT_BOTTOM,
    /** Under the centre: progress and messages. */
    BOTTOM
}
