package org.physgrad.files;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the dataset that a user means. */
final class Hdf5Datasets {

    /** Names that are listed in a message; more help nobody. */
    private static final int LISTED = 20;

    private Hdf5Datasets() {}

    /**
     * Finds a dataset by its name, or the only one that there is.
     *
     * @throws FileFormatException if there is none or several; the message names what there is
     */
    static Dataset find(ArrayLocation location, HdfFile file) throws FileFormatException {
        List<String> names = new ArrayList<>();
        collect(file, new HashSet<>(), names);
        if (location.dataset().isPresent()) {
            return find(location, location.dataset().get(), file, names);
        }
        if (names.size() != 1) {
            throw new FileFormatException(
                    location.file(),
                    names.isEmpty()
                            ? "has no dataset"
                            : "has " + names.size() + " datasets, name one behind the file as in " + location.file()
                                    + "#" + names.get(0) + ": " + list(names));
        }
        return file.getDatasetByPath(names.get(0));
    }

    private static Dataset find(ArrayLocation location, String name, HdfFile file, List<String> names)
            throws FileFormatException {
        String path = name.startsWith("/") ? name : "/" + name;
        if (!names.contains(path)) {
            try {
                return file.getDatasetByPath(path); // through a link
            } catch (RuntimeException e) { // of several kinds
                throw new FileFormatException(location.file(), "has no dataset '" + name + "'; it has " + list(names));
            }
        }
        return file.getDatasetByPath(path);
    }

    /** Collects all names below a group that is seen for the first time; links may lead in circles. */
    private static void collect(Group group, Set<Long> seen, List<String> names) {
        if (!seen.add(group.getAddress())) {
            return;
        }
        for (Node child : group.getChildren().values()) {
            if (child instanceof Dataset) {
                names.add(child.getPath());
            } else if (child instanceof Group below) {
                collect(below, seen, names);
            }
        }
    }

    private static String list(List<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        return String.join(", ", names.subList(0, Math.min(LISTED, names.size())))
                + (names.size() > LISTED ? ", ..." : "");
    }
}
