package org.physgrad.executor.graph;

/** What a training step has computed since the last update. */
public enum Stage {
    /** Nothing yet. */
    IDLE,

    /** The network's output. */
    FORWARD,

    /** The gradients of the parameters. */
    BACKWARD;

    /**
     * Checks that there is something to differentiate.
     *
     * @throws IllegalStateException if nothing has been computed yet
     */
    public void requireForward() {
        require(this != IDLE, "backward needs a forward pass before it");
    }

    /**
     * Checks that there are gradients.
     *
     * @throws IllegalStateException if there are none since the last forward pass
     */
    public void requireBackward() {
        require(this == BACKWARD, "an update needs a backward pass before it");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
