package org.physgrad.cli.arrays;

import org.physgrad.engine.catalog.Catalog;
import picocli.CommandLine;

/** The commands of this package. */
public final class ArrayCommands {

    /** What all of them say about files. */
    static final String FORMATS =
            "Arrays lie in files of NumPy (.npy), HDF5 (.h5, or .h5#/group/name) or, to be read only, CSV (.csv), the batch first.";

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
