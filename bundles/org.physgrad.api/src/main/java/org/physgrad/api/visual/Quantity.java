package org.physgrad.api.visual;

/** A cause, an effect or what lies between, of one example: something a visual can draw. Immutable. */
public sealed interface Quantity permits Field, Points {

    /** The inferred cause, the network's answer. */
    String INFERRED_CAUSE = "x0";

    /** The cause after the steps of the inverse solver. */
    String IMPROVED_CAUSE = "x_n";

    /** The true cause. */
    String TRUE_CAUSE = "x*";

    /** The effect of the inferred cause. */
    String EFFECT = "P(x0)";

    /** The observation. */
    String OBSERVATION = "y*";

    /** The physical gradient, {@code x_n - x0}. */
    String PHYSICAL_GRADIENT = "physical gradient";

    /**
     * Names the quantity in the paper's words.
     *
     * @return one of the names of this interface, or another word for people such as {@code x0 - x*}
     */
    String name();

    /**
     * Names the unit of its values.
     *
     * @return the unit, empty for numbers without one
     */
    String unit();
}
