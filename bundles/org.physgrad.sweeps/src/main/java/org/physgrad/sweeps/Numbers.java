package org.physgrad.sweeps;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as tables show them. */
public final class Numbers {

    private Numbers() {}

    /**
     * Rounds a number for people.
     *
     * @param value any number
     * @return three significant digits; {@code not finite} for what has none
     */
    public static String text(double value) {
        if (!Double.isFinite(value)) {
            return "not finite";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros();
        double size = Math.abs(value);
        return size == 0 || (size >= 1e-3 && size < 1e6)
                ? rounded.toPlainString()
                : String.format(Locale.ROOT, "%.2e", value);
    }
}
