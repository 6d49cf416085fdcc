package org.physgrad.visuals.points;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.physgrad.api.visual.Appearance;
import org.physgrad.api.visual.Points;
import org.physgrad.api.visual.Range;
import org.physgrad.api.visual.Scene;
import org.physgrad.visuals.paint.Painter;
import org.physgrad.visuals.paint.PlotFrame;
import org.physgrad.visuals.paint.Sheet;

/** Paints points, the parameter to the right, the value upwards. */
final class PointsPainter implements Painter {

    private static final Color DARK_BLUE = new Color(0x0B, 0x5C, 0xAD, 170);
    private static final Color LIGHT_BLUE = new Color(0x6C, 0xB6, 0xFF, 190);

    private final double size;

    PointsPainter(double size) {
        this.size = size;
    }

    @Override
    public void paint(Graphics2D g, Scene scene, int width, int height) {
        Points points = (Points) scene.quantity();
        Range x = range(points.size(), points::parameter);
        Range y = scene.range().orElseGet(() -> range(points.size(), points::value));
        Sheet sheet = new Sheet(g, scene, width, height);
        PlotFrame frame = PlotFrame.fit(sheet.place(), sheet.metrics(), x, y, 0);
        paint(g, points, frame, scene.appearance());
        frame.paint(g, scene.appearance().foreground());
        String parameter = points.parameter();
        g.drawString(
                parameter,
                width - sheet.metrics().stringWidth(parameter) - sheet.metrics().getAscent() / 2,
                height - 2 * sheet.metrics().getHeight());
    }

    private void paint(Graphics2D graphics, Points points, PlotFrame frame, Appearance appearance) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.clip(frame.inside());
        g.setColor(appearance.isDark() ? LIGHT_BLUE : DARK_BLUE);
        double diameter = size * appearance.fontScale();
        for (int k = 0; k < points.size(); k++) {
            double x = frame.px(points.parameter(k));
            double y = frame.py(points.value(k));
            if (Double.isFinite(x) && Double.isFinite(y)) {
                g.fill(new Ellipse2D.Double(x - diameter / 2, y - diameter / 2, diameter, diameter));
            }
        }
        g.dispose();
    }

    /** Finds the range of finite values, with a margin so that no point sits on the frame. */
    private static Range range(int size, IntToDoubleFunction values) {
        var finite = IntStream.range(0, size)
                .mapToDouble(values)
                .filter(Double::isFinite)
                .summaryStatistics();
        if (finite.getCount() == 0) {
            return new Range(0, 1);
        }
        double extent = finite.getMax() - finite.getMin();
        double margin = extent > 0 ? 0.04 * extent : 0.5;
        return new Range(finite.getMin() - margin, finite.getMax() + margin);
    }
}
