package org.physgrad.report.figures;

import java.util.Locale;

/** Names of files for what people and plug-ins name as they like. */
public final class FileNames {

    private FileNames() {}

    /**
     * Makes a name of letters that every system allows.
     *
     * @param words any words, such as {@code P(x0) - y*}
     * @return small letters, digits, underscores and hyphens, such as {@code p-x0-y-true}
     */
    public static String of(String words) {
        return words.replace("*", "-true")
                .replaceAll("[^A-Za-z0-9_]+", "-")
                .replaceAll("^-|-$", "")
                .toLowerCase(Locale.ROOT);
    }
}
