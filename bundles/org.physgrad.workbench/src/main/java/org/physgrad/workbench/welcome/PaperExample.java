package org.physgrad.workbench.welcome;

import java.util.List;

/**
 * An experiment of the paper, as it is offered.
 *
 * @param title what it is about
 * @param text the inverse problem in one sentence
 * @param name start of the names of its files: {@code NAME-quick.json} and its {@code -adam} twin, {@code NAME-paper.json}
 */
record PaperExample(String title, String text, String name) {

    static final List<PaperExample> ALL = List.of(
            new PaperExample(
                    "Heat",
                    "Which temperature was there before it diffused? The gradient of the physics is blind to fine detail; the physical gradient is not.",
                    "heat"),
            new PaperExample(
                    "Poisson",
                    "Which charges made this potential? The inverse is known exactly, and training with it is nearly supervised.",
                    "poisson"),
            new PaperExample(
                    "Fluid",
                    "Which velocity carried the marker to where it was seen? A rough estimate of the inverse beats an exact gradient.",
                    "fluid"),
            new PaperExample(
                    "Sine",
                    "Where is sin(a/x) least? One number for each a, and infinitely many minima to choose from.",
                    "sine"));

    /** File that trains in about a minute. */
    String quick() {
        return name + "-quick.json";
    }

    /** The same, differentiating through the physics. */
    String adam() {
        return name + "-quick-adam.json";
    }

    /** File with the paper's settings, which trains for hours. */
    String paper() {
        return name + "-paper.json";
    }
}
