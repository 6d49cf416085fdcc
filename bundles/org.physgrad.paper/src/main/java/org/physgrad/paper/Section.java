package org.physgrad.paper;

import java.util.List;

/**
 * A section of the page.
 *
 * @param title heading
 * @param galleries pictures
 * @param results claims beside what was measured
 * @param runs the runs that it stands on, which get tables
 */
record Section(String title, List<Gallery> galleries, List<Result> results, List<Runs> runs) {

    /** A section that stands on no runs of its own. */
    static Section of(String title, Findings findings) {
        return new Section(title, findings.galleries(), findings.results(), List.of());
    }

    long count(Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).count();
    }
}
