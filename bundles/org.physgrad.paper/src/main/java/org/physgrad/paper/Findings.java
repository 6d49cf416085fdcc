package org.physgrad.paper;

import java.util.List;

/**
 * What a look at the paper's claims gave.
 *
 * @param galleries pictures
 * @param results claims beside what was measured
 */
record Findings(List<Gallery> galleries, List<Result> results) {}
