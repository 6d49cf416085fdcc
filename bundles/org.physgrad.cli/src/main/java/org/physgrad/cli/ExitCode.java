package org.physgrad.cli;

/** What the process tells the shell. */
public final class ExitCode {

    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    public static final int INVALID_EXPERIMENT = 3;
    public static final int MISSING_PLUGIN = 4;
    public static final int DIVERGED = 5;
    public static final int INPUT_FILE = 6;
    public static final int CANCELLED = 130;

    private ExitCode() {}
}
