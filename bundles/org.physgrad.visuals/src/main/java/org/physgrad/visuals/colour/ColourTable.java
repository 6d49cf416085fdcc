package org.physgrad.visuals.colour;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Published colour tables, kept as resources with a colour {@code RRGGBB} on each line. */
final class ColourTable {

    private ColourTable() {}

    /** Reads a table: opaque colours, {@code 0xFFRRGGBB}. */
    static int[] read(String name) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                ColourTable.class.getResourceAsStream(name + ".txt"), StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .mapToInt(line -> 0xFF000000 | Integer.parseInt(line, 16))
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
