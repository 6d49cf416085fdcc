package org.physgrad.cli.arrays;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.cli.CommandException;
import org.physgrad.cli.ExitCode;
import org.physgrad.files.ArrayFiles;
import org.physgrad.files.FileFailure;
import org.physgrad.files.WholeFile;

/** Files that a user wants written. */
final class ArrayOutput {

    private ArrayOutput() {}

    /** Refuses, before any work is done, an array that cannot be written. */
    static void check(String file) {
        try {
            ArrayFiles.check(file);
        } catch (IOException e) {
            throw new CommandException(ExitCode.USAGE, e.getMessage(), e);
        }
    }

    /** Refuses, before any work is done, another file that cannot be written. */
    static void check(Path file) {
        try {
            WholeFile.check(file);
        } catch (IOException e) {
            throw new CommandException(ExitCode.USAGE, e.getMessage(), e);
        }
    }

    /** Writes bytes. */
    static void write(Path file, byte[] content) {
        try {
            WholeFile.write(file, out -> out.write(content));
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /** Writes an array in the type of the input it belongs to, and says so. */
    static void write(String file, INDArray array, DataType type, PrintWriter out) {
        try {
            ArrayFiles.write(file, array, type);
        } catch (IOException e) {
            throw failed(file, e);
        }
        String name = type == DataType.FLOAT ? "float32" : "float64";
        out.printf(Locale.ROOT, "wrote %s: %s %s%n", file, name, Arrays.toString(array.shape()));
        out.flush();
    }

    private static CommandException failed(Object file, IOException e) {
        return new CommandException(ExitCode.FAILED, file + " cannot be written: " + FileFailure.reason(e), e);
    }
}
