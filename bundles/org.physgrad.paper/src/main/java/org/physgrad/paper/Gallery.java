package org.physgrad.paper;

import java.util.List;

/**
 * Pictures beside each other, and what they show.
 *
 * @param files their files, from the page's folder
 * @param percent width of each, of the page's
 * @param caption what they show
 */
record Gallery(List<String> files, int percent, String caption) {

    /** One picture by itself. */
    static Gallery of(String file, String caption) {
        return new Gallery(List.of(file), 85, caption);
    }

    /** Two in a row. */
    static Gallery pairs(List<String> files, String caption) {
        return new Gallery(files, 49, caption);
    }
}
