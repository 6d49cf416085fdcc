package org.physgrad.cli.sweep;

import org.physgrad.engine.catalog.Catalog;
import picocli.CommandLine;

/** The commands of this package. */
public final class SweepCommands {

    private SweepCommands() {}

    /**
     * Adds them to a command line.
     *
     * @param line the command line
     * @param catalog the installed parts
     */
    public static void addTo(CommandLine line, Catalog catalog) {
        line.addSubcommand(new SweepCommand(catalog));
        line.addSubcommand(new SweepWorkerCommand(catalog));
        line.addSubcommand(new PaperCommand(catalog));
    }
}
