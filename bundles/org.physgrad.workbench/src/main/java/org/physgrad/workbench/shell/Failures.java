package org.physgrad.workbench.shell;

/** Words for what was thrown. */
final class Failures {

    private Failures() {}

    /** The message of a failure, or the name of its class where it has none. */
    static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
