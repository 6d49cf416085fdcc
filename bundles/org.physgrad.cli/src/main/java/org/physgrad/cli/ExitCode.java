package org.physgrad.cli;

/** What the process tells the shell. */
final class ExitCode {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int INVALID_EXPERIMENT = 3;
    static final int MISSING_PLUGIN = 4;
    static final int DIVERGED = 5;
    static final int INPUT_FILE = 6;
    static final int CANCELLED = 130;

    private ExitCode() {}
}
