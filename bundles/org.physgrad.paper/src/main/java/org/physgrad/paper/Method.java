package org.physgrad.paper;

import java.awt.Color;
import java.util.Map;
import org.physgrad.visuals.chart.CurveStyle;

/**
 * How pictures show a method: by the same name and colour in all of them. The colours stay apart for colour-blind people (Okabe and Ito, 2008).
 *
 * @param label name for people
 * @param colour colour of its curves and bars
 */
record Method(String label, Color colour) {

    static final String ADAM = "adam";
    static final String SGD = "sgd";
    static final String PHYSICAL = "physical-gradient";
    static final String LBFGS = "l-bfgs";
    static final String NEWTON = "newton";
    static final String INVERSE_GRADIENT = "inverse-gradient";
    static final String INVERSE_PHYSICS = "inverse-physics";
    static final String DESCENT = "gradient-descent";

    private static final Color PHYSICAL_COLOUR = new Color(0xD55E00);
    private static final Color OTHER = new Color(0x7A3E9D);

    private static final Map<String, Method> KNOWN = Map.ofEntries(
            Map.entry(ADAM, new Method("Adam", new Color(0x0072B2))),
            Map.entry(SGD, new Method("SGD with momentum", new Color(0x56B4E9))),
            Map.entry(DESCENT, new Method("gradient descent", new Color(0x56B4E9))),
            Map.entry(PHYSICAL, new Method("physical gradient", PHYSICAL_COLOUR)),
            Map.entry(INVERSE_PHYSICS, new Method("PG, inverse physics", PHYSICAL_COLOUR)),
            Map.entry(NEWTON, new Method("PG, Newton", new Color(0x009E73))),
            Map.entry(INVERSE_GRADIENT, new Method("PG, inverse gradient", new Color(0xE69F00))),
            Map.entry(LBFGS, new Method("L-BFGS (n = 32)", new Color(0xCC79A7))),
            Map.entry("supervised-1", new Method("supervised, x0 = 1", new Color(0x7F7F7F))),
            Map.entry("supervised-0.5", new Method("supervised, x0 = 0.5", new Color(0xB5B5B5))),
            Map.entry("supervised-random", new Method("supervised, random x0", new Color(0x24292F))),
            Map.entry("without-prediction", new Method("prior alone, without prediction", new Color(0x8C510A))));

    /** The method of a case of a sweep; a case that is not the paper's is shown under its own name. */
    static Method of(String name) {
        return KNOWN.getOrDefault(name, new Method(name, OTHER));
    }

    CurveStyle style() {
        return CurveStyle.line(colour);
    }
}
