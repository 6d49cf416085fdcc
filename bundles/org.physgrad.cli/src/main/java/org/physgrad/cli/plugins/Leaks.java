package org.physgrad.cli.plugins;

import org.physgrad.plugins.Plugins;

/** Words for the result of the leak check. */
final class Leaks {

    private Leaks() {}

    static String describe(Plugins.Change change) {
        return change.released()
                ? "the classes of the old version are released"
                : "NOTE: something still holds classes of the old version, its memory comes back at the next start";
    }
}
