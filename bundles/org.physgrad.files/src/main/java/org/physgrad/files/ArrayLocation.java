package org.physgrad.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where an array lies: a file, and in a file of several arrays the name of one.
 *
 * @param file the file
 * @param format its format, by the extension of its name
 * @param dataset name of the array in the file, without the '#' before it
 */
record ArrayLocation(Path file, ArrayFormat format, Optional<String> dataset) {

    /**
     * Takes a location apart. A '#' is a part of the file's name unless a name of a known format ends before it.
     *
     * @param text {@code FILE} or {@code FILE#DATASET}
     * @param formats the known formats
     * @throws FileFormatException if the format is not known, or is one without datasets and one is named
     */
    static ArrayLocation parse(String text, List<ArrayFormat> formats) throws FileFormatException {
        for (int end = text.indexOf('#'); end >= 0; end = text.indexOf('#', end + 1)) {
            Optional<ArrayFormat> format = format(text.substring(0, end), formats);
            if (format.isPresent()) {
                return of(text.substring(0, end), format.get(), Optional.of(text.substring(end + 1)));
            }
        }
        ArrayFormat format = format(text, formats)
                .orElseThrow(() -> new FileFormatException(
                        text, "is of no known format of arrays: the name must end in " + endings(formats)));
        return of(text, format, Optional.empty());
    }

    private static Optional<ArrayFormat> format(String file, List<ArrayFormat> formats) {
        String name = file.toLowerCase(Locale.ROOT);
        return formats.stream()
                .filter(format -> format.extensions().stream().anyMatch(name::endsWith))
                .findFirst();
    }

    /** Tells how names of files of these formats end. */
    static String endings(List<ArrayFormat> formats) {
        return formats.stream().map(ArrayLocation::describe).collect(Collectors.joining(" or "));
    }

    private static String describe(ArrayFormat format) {
        return String.join(", ", format.extensions()) + " (" + format.name() + ")";
    }

    private static ArrayLocation of(String file, ArrayFormat format, Optional<String> dataset)
            throws FileFormatException {
        if (dataset.isPresent() && !format.hasDatasets()) {
            throw new FileFormatException(
                    file, "holds a single array; leave out '#" + dataset.get() + "' behind its name");
        }
        try {
            return new ArrayLocation(Path.of(file), format, dataset);
        } catch (InvalidPathException e) {
            throw new FileFormatException(file, "is no path: " + e.getReason());
        }
    }

    /** The location as a user writes it. */
    @Override
    public String toString() {
        return file + dataset.map(name -> "#" + name).orElse("");
    }
}
