package org.physgrad.visuals.colour;

import org.physgrad.api.visual.Field;

/**
 * Which map colours what.
 *
 * @param values colours of values and of lengths of vectors
 * @param differences colours of values about zero
 */
public record Colours(ColourMap values, ColourMap differences) {

    /**
     * Chooses the map of a field.
     *
     * @param field the field
     * @return the map for what it means
     */
    public ColourMap of(Field field) {
        return field.isDifference() && !field.isVector() ? differences : values;
    }
}
