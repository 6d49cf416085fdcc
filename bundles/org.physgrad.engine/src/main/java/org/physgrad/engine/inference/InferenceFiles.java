package org.physgrad.engine.inference;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where observations lie and where their answers go. Arrays are named as {@link org.physgrad.files.ArrayFiles} takes them.
 *
 * @param observations y*, {@code [batch, effectShape...]}
 * @param context the arrays that the simulator needs beside x, by name
 * @param causes where the causes x go, in the type of the observations
 * @param effects where their effects P(x) go
 * @param residuals where a table goes with each example's loss and residual; with refinement also those before it
 */
public record InferenceFiles(
        String observations,
        Map<String, String> context,
        String causes,
        Optional<String> effects,
        Optional<Path> residuals) {

    /** Copies the map. */
    public InferenceFiles {
        context = Map.copyOf(context);
    }
}
