package org.physgrad.api.visual;

import java.util.Objects;

/**
 * A batch of single numbers over a parameter, such as the inferred x of the sine problem over its a: what takes the place of a field where cause and
 * effect are single numbers. Immutable: the values are copied in and copied out.
 */
public final class Points implements Quantity {

    private final String name;
    private final String unit;
    private final String parameter;
    private final float[] parameters;
    private final float[] values;

    private Points(String name, String unit, String parameter, float[] parameters, float[] values) {
        this.name = Objects.requireNonNull(name, "name");
        this.unit = Objects.requireNonNull(unit, "unit");
        this.parameter = Objects.requireNonNull(parameter, "parameter");
        this.parameters = parameters;
        this.values = values;
    }

    /**
     * Copies values into a set of points.
     *
     * @param name their name in the paper's words
     * @param unit unit of the values, empty for none
     * @param parameter name of the parameter, such as {@code a}
     * @param parameters the parameter of each point, {@code [points]}
     * @param values the value of each point, {@code [points]}
     * @return the points
     * @throws IllegalArgumentException if there are not as many values as parameters; the message names both
     */
    public static Points of(String name, String unit, String parameter, float[] parameters, float[] values) {
        if (parameters.length != values.length) {
            throw new IllegalArgumentException(
                    "points " + name + " have " + values.length + " values over " + parameters.length + " parameters");
        }
        return new Points(name, unit, parameter, parameters.clone(), values.clone());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String unit() {
        return unit;
    }

    /**
     * Names the parameter.
     *
     * @return the name, such as {@code a}
     */
    public String parameter() {
        return parameter;
    }

    /**
     * Counts the points.
     *
     * @return how many there are
     */
    public int size() {
        return values.length;
    }

    /**
     * Reads the parameter of a point.
     *
     * @param point index of the point
     * @return its parameter
     */
    public float parameter(int point) {
        return parameters[point];
    }

    /**
     * Reads the value of a point.
     *
     * @param point index of the point
     * @return its value
     */
    public float value(int point) {
        return values[point];
    }

    @Override
    public String toString() {
        return name + " (" + size() + " points over " + parameter + ")";
    }
}
