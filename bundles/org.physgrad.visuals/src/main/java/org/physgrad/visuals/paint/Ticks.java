package org.physgrad.visuals.paint;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.physgrad.api.visual.Range;

/**
 * Round numbers along an axis: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param step distance of two ticks
 * @param values the ticks, from low to high, all within the range
 */
public record Ticks(double step, List<Double> values) {

    /**
     * Chooses ticks.
     *
     * @param range what the axis spans
     * @param most how many there is room for, at least 1
     * @return the ticks; a single one where the range is a single value
     */
    public static Ticks of(Range range, int most) {
        double extent = range.high() - range.low();
        if (!(extent > Math.ulp(range.high()) * 8)) {
            return new Ticks(Math.max(Math.abs(range.low()), 1), List.of(range.low()));
        }
        double step = step(extent / Math.max(1, most));
        long first = (long) Math.ceil(range.low() / step - 1e-9);
        long last = (long) Math.floor(range.high() / step + 1e-9);
        return new Ticks(
                step,
                LongStream.rangeClosed(first, last).mapToObj(k -> k * step).toList());
    }

    /** Finds the least round number that is not smaller. */
    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double fraction = least / power;
        double round = fraction <= 1 ? 1 : fraction <= 2 ? 2 : fraction <= 5 ? 5 : 10;
        return round * power;
    }

    /**
     * Words a tick, with as many digits as tell it from its neighbours.
     *
     * @param value one of the ticks
     * @return the number for people
     */
    public String text(double value) {
        double largest = values.stream().mapToDouble(Math::abs).max().orElse(0);
        if (largest >= 1e5 || (largest > 0 && largest < 1e-3)) {
            int digits = Math.max(0, magnitude(value) - magnitude(step));
            return value == 0 ? "0" : String.format(Locale.ROOT, "%." + digits + "e", value);
        }
        int decimals = Math.max(0, -magnitude(step));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.startsWith("-") && Double.parseDouble(text) == 0 ? text.substring(1) : text;
    }

    private static int magnitude(double value) {
        return value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value)) + 1e-9);
    }
}
