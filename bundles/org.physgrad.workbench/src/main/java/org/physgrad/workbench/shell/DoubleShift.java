package org.physgrad.workbench.shell;

import java.awt.event.KeyEvent;

/** Recognises the shift key pressed and released twice in a row, with no other key between. */
final class DoubleShift {

    private static final long MILLISECONDS = 400;

    private final Runnable action;
    private long firstRelease = Long.MIN_VALUE;
    private boolean alone;

    DoubleShift(Runnable action) {
        this.action = action;
    }

    /** Looks at a key event, which others may use as well. */
    boolean process(KeyEvent event) {
        if (event.getID() == KeyEvent.KEY_PRESSED) {
            alone = event.getKeyCode() == KeyEvent.VK_SHIFT;
            if (!alone) {
                firstRelease = Long.MIN_VALUE;
            }
        } else if (event.getID() == KeyEvent.KEY_RELEASED && event.getKeyCode() == KeyEvent.VK_SHIFT && alone) {
            alone = false;
            if (firstRelease != Long.MIN_VALUE && event.getWhen() - firstRelease <= MILLISECONDS) {
                firstRelease = Long.MIN_VALUE;
                action.run();
            } else {
                firstRelease = event.getWhen();
            }
        }
        return false;
    }
}
