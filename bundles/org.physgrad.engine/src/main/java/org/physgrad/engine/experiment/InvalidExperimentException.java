package org.physgrad.engine.experiment;

import java.util.List;
import java.util.stream.Collectors;

/** An experiment cannot be run as it is. Carries everything that is wrong with it, not only the first thing. */
public final class InvalidExperimentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /**
     * Says what is wrong.
     *
     * @param findings at least one
     */
    public InvalidExperimentException(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining(System.lineSeparator())));
        this.findings = List.copyOf(findings);
    }

    /**
     * Lists what is wrong.
     *
     * @return the findings, in the order of the file
     */
    public List<Finding> findings() {
        return findings;
    }
}
