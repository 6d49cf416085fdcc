package org.physgrad.files;

/** An array that a user has named cannot be what it is needed for. The message is for people and names the file. */
public final class UnusableArrayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message which file, what is wrong and what to do
     */
    public UnusableArrayException(String message) {
        super(message);
    }
}
