package org.physgrad.engine.experiment;

/**
 * One thing that is wrong with an experiment.
 *
 * @param path where, such as {@code problem.resolution}; empty for the file as a whole
 * @param message what is wrong and what to do
 * @param missingPart whether it would be mended by installing a plug-in
 */
public record Finding(String path, String message, boolean missingPart) {

    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
