package org.physgrad.cli.arrays;

import org.physgrad.engine.catalog.Catalog;
import picocli.CommandLine;

/** The commands of this package. */
public final class ArrayCommands {

    private ArrayCommands() {}

    /**
     * Adds them to a command line.
     *
     * @param line the command line
     * @param catalog the installed parts
     */
    public static void addTo(CommandLine line, Catalog catalog) {
        line.addSubcommand(new SimulateCommand(catalog));
        line.addSubcommand(new AdjointCommand(catalog));
        line.addSubcommand(new InvertCommand(catalog));
        line.addSubcommand(new InferCommand(catalog));
        line.addSubcommand(new ExportCommand(catalog));
        line.addSubcommand(new CheckCommand(catalog));
    }
}
