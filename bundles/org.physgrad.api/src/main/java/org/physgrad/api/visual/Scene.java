package org.physgrad.api.visual;

import java.util.Objects;
import java.util.Optional;

/**
 * One picture: a quantity and everything that decides how it looks. Immutable.
 *
 * @param quantity what to draw
 * @param arrows vectors to draw over it where the visual can, such as the velocity over the marker that it carries; empty for none
 * @param frame index of the frame; what has fewer frames shows its last
 * @param range the values that the colours span; empty for the range of the quantity itself
 * @param appearance colours and sizes
 */
public record Scene(
        Quantity quantity, Optional<Field> arrows, int frame, Optional<Range> range, Appearance appearance) {

    /** Checks the scene. */
    public Scene {
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(appearance, "appearance");
        if (frame < 0) {
            throw new IllegalArgumentException("frame " + frame + ", expected 0 or more");
        }
        if (arrows.isPresent() && !arrows.get().isVector()) {
            throw new IllegalArgumentException("arrows of " + arrows.get() + ", expected a field of vectors");
        }
    }

    /**
     * Shows the first frame of a quantity, in colours that span its own range, on white.
     *
     * @param quantity what to draw
     * @return the scene
     */
    public static Scene of(Quantity quantity) {
        return new Scene(quantity, Optional.empty(), 0, Optional.empty(), Appearance.LIGHT);
    }

    /**
     * Draws something else the same way.
     *
     * @param other what to draw
     * @return the changed scene
     */
    public Scene withQuantity(Quantity other) {
        return new Scene(other, arrows, frame, range, appearance);
    }

    /**
     * Draws vectors over the picture.
     *
     * @param vectors a field with two components
     * @return the changed scene
     */
    public Scene withArrows(Field vectors) {
        return new Scene(quantity, Optional.of(vectors), frame, range, appearance);
    }

    /**
     * Goes to another frame.
     *
     * @param index index of the frame
     * @return the changed scene
     */
    public Scene withFrame(int index) {
        return new Scene(quantity, arrows, index, range, appearance);
    }

    /**
     * Fixes the values that the colours span.
     *
     * @param values the range
     * @return the changed scene
     */
    public Scene withRange(Range values) {
        return new Scene(quantity, arrows, frame, Optional.of(values), appearance);
    }

    /**
     * Changes colours and sizes.
     *
     * @param other the appearance
     * @return the changed scene
     */
    public Scene withAppearance(Appearance other) {
        return new Scene(quantity, arrows, frame, range, other);
    }
}
