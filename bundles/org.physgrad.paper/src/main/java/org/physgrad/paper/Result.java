package org.physgrad.paper;

/**
 * A claim beside what was measured.
 *
 * @param claim what the paper says
 * @param criterion when we call it reproduced
 * @param measured our number, in words; empty if there is none
 * @param conditions scale and seeds that it was measured with; empty if there is none
 * @param verdict the outcome
 */
public record Result(String claim, String criterion, String measured, String conditions, Verdict verdict) {

    static Result notRun(String claim, String criterion) {
        return new Result(claim, criterion, "", "", Verdict.NOT_RUN);
    }
}
