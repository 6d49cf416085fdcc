package org.physgrad.workbench.runs;

import java.time.Instant;

/**
 * Something that happened in a run, for people.
 *
 * @param time when
 * @param text what
 * @param trouble whether somebody should look at it
 */
public record RunEvent(Instant time, String text, boolean trouble) {}
