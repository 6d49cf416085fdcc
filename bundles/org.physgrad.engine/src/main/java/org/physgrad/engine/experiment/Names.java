package org.physgrad.engine.experiment;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Helps people who mistyped a name. */
public final class Names {

    private Names() {}

    /**
     * Finds the name that was probably meant.
     *
     * @param given what was written
     * @param known the names there are
     * @return the nearest name, empty if none is near
     */
    public static Optional<String> nearest(String given, Collection<String> known) {
        int limit = Math.max(2, given.length() / 3);
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return known.stream()
                .filter(name -> distance.apply(given, name) <= limit)
                .min(Comparator.comparingInt(name -> distance.apply(given, name)));
    }

    /**
     * Says what could stand in place of an unknown name.
     *
     * @param given what was written
     * @param known the names there are
     * @return a clause such as {@code did you mean 'adam'? Known: adam, sgd}
     */
    public static String advice(String given, Collection<String> known) {
        String all = known.isEmpty() ? "there are none" : "known: " + String.join(", ", known);
        return nearest(given, known)
                .map(name -> "did you mean '" + name + "'? " + all)
                .orElse(all);
    }
}
