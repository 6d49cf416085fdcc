package org.physgrad.plugins;

import java.util.List;

/** A plug-in cannot be installed, updated or removed. All is as it was before. */
public final class PluginException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    /**
     * Says what is wrong.
     *
     * @param reasons each for itself, for people; at least one
     * @param cause what was thrown, or null
     */
    public PluginException(List<String> reasons, Throwable cause) {
        super(String.join(System.lineSeparator(), reasons), cause);
        this.reasons = List.copyOf(reasons);
    }

    /**
     * Says the one thing that is wrong.
     *
     * @param reason for people
     * @param cause what was thrown, or null
     */
    public PluginException(String reason, Throwable cause) {
        this(List.of(reason), cause);
    }

    /** What is wrong, each for itself. */
    public List<String> reasons() {
        return reasons;
    }
}
