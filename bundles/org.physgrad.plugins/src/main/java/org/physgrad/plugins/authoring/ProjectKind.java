package org.physgrad.plugins.authoring;

import java.util.Locale;

/** Kinds of parts that a new plug-in can offer. */
public enum ProjectKind {
    /** An inverse solver. */
    SOLVER,
    /** An inverse problem, with its simulator and generator. */
    PROBLEM,
    /** A network. */
    NETWORK,
    /** A weight optimizer. */
    OPTIMIZER,
    /** A visual. */
    VISUAL;

    /**
     * Names the kind as commands and type names do.
     *
     * @return the name in lower case
     */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How names of its classes end. */
    String suffix() {
        return name().charAt(0) + toString().substring(1);
    }
}
