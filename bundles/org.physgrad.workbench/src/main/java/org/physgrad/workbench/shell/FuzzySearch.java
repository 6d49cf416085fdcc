package org.physgrad.workbench.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.commons.text.similarity.FuzzyScore;

/** Finds what holds some letters in their order, best match first: letters that follow each other count more. */
final class FuzzySearch {

    private static final FuzzyScore SCORE = new FuzzyScore(Locale.ROOT);

    private FuzzySearch() {}

    static <T> List<T> find(String letters, List<T> among, Function<? super T, String> text) {
        String wanted = letters.strip().toLowerCase(Locale.ROOT);
        return among.stream()
                .filter(candidate -> holds(text.apply(candidate).toLowerCase(Locale.ROOT), wanted))
                .sorted(Comparator.comparingInt((T candidate) -> -SCORE.fuzzyScore(text.apply(candidate), wanted)))
                .toList();
    }

    private static boolean holds(String text, String letters) {
        int from = 0;
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            int found = text.indexOf(letter, from);
            if (found < 0 && letter != ' ') {
                return false;
            }
            from = found < 0 ? from : found + 1;
        }
        return true;
    }
}
