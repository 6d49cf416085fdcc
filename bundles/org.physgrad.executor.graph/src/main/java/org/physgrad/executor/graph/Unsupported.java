package org.physgrad.executor.graph;

/** Something in a network that has no counterpart in a plan. The message names the layer and can follow "because". */
public final class Unsupported extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * States the reason.
     *
     * @param reason a clause that names the layer
     */
    public Unsupported(String reason) {
        super(reason);
    }

    /**
     * States the reason of a failure.
     *
     * @param reason a clause that names the layer
     * @param cause what failed
     */
    public Unsupported(String reason, Throwable cause) {
        super(reason, cause);
    }
}
