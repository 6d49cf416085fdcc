package org.physgrad.visual.jzy3d;

import org.jzy3d.plot3d.primitives.axis.layout.providers.ITickProvider;
import org.jzy3d.plot3d.primitives.axis.layout.renderers.ITickRenderer;
import org.physgrad.api.visual.Range;
import org.physgrad.visuals.paint.Ticks;

/** Round numbers along an edge of the box, which Jzy3d, that counts in floats, knows only by its length. */
final class AxisTicks implements ITickProvider, ITickRenderer {

    private final Range range;
    private final double length;
    private final Ticks ticks;

    AxisTicks(Range range, double length, int most) {
        this.range = range;
        this.length = length;
        this.ticks = Ticks.of(range, most);
    }

    @Override
    public double[] generateTicks(double min, double max) {
        return ticks.values().stream()
                .mapToDouble(value -> (range.fraction(value) - 0.5) * length)
                .toArray();
    }

    @Override
    public double[] generateTicks(double min, double max, int steps) {
        return generateTicks(min, max);
    }

    @Override
    public int getSteps() {
        return ticks.values().size();
    }

    @Override
    public String format(double place) {
        return ticks.text(range.low() + (place / length + 0.5) * (range.high() - range.low()));
    }
}
