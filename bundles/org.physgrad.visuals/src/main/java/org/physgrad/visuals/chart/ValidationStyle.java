package org.physgrad.visuals.chart;

import org.physgrad.api.visual.Appearance;

/** How charts show what was measured with examples kept from training: beside the learning curve, in its colour, dashed. */
public final class ValidationStyle {

    private ValidationStyle() {}

    /**
     * Names the validation of a curve.
     *
     * @param curve name of the learning curve
     * @return name of its validation
     */
    public static String name(String curve) {
        return curve + ", validation";
    }

    /**
     * Has a validation drawn beside its learning curve.
     *
     * @param place place of the learning curve in the chart, for {@link ChartPainter#colour}
     * @param validation what was measured
     * @param appearance how the chart looks
     * @return the validation in that style
     */
    public static Curve beside(int place, Curve validation, Appearance appearance) {
        return validation.drawn(
                CurveStyle.line(ChartPainter.colour(place, appearance)).with(CurveStyle.Pattern.DASHED));
    }
}
