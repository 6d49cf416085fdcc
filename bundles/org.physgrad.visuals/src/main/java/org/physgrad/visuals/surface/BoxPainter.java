package org.physgrad.visuals.surface;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import org.physgrad.api.visual.Axis;
import org.physgrad.api.visual.FieldGrid;
import org.physgrad.api.visual.Range;
import org.physgrad.visuals.paint.Ticks;
import org.physgrad.visuals.relief.Box;

/** Paints the far edges of the box, which the surface may cover, and numbers along its lower near edges. */
final class BoxPainter {

    private static final int TICKS = 4;
    /** How far outside the box the numbers stand, in widths of it. */
    private static final float OUTSIDE = 0.07f;

    private final Box box;
    private final Projection projection;

    BoxPainter(Box box, Projection projection) {
        this.box = box;
        this.projection = projection;
    }

    /** Paints all edges but the three that meet in the nearest corner. */
    void paintEdges(Graphics2D g, Color color) {
        g.setColor(color);
        int nearest = 0;
        for (int corner = 1; corner < 8; corner++) {
            nearest = depth(corner) < depth(nearest) ? corner : nearest;
        }
        for (int corner = 0; corner < 8; corner++) {
            for (int axis = 1; axis < 8; axis <<= 1) {
                int other = corner ^ axis;
                if (other > corner && corner != nearest && other != nearest) {
                    g.draw(new Line2D.Float(corner(corner), corner(other)));
                }
            }
        }
    }

    /** Paints the numbers of x and y along the lower edges that face the camera. */
    void paintNumbers(Graphics2D g, FieldGrid grid, Color color) {
        g.setColor(color);
        float frontY = depth(0) < depth(2) ? -1 : 1;
        float frontX = depth(0) < depth(1) ? -1 : 1;
        Range x = new Range(grid.x().at(0), grid.x().at(grid.nx() - 1));
        Ticks alongX = Ticks.of(x, TICKS);
        for (double value : alongX.values()) {
            float place = (float) (x.fraction(value) - 0.5) * box.width();
            text(g, alongX.text(value), place, frontY * (box.depth() / 2 + OUTSIDE));
        }
        Range y = new Range(grid.y().at(0), grid.y().at(grid.ny() - 1));
        Ticks alongY = Ticks.of(y, TICKS);
        for (double value : alongY.values()) {
            float place = (float) (y.fraction(value) - 0.5) * box.depth();
            text(g, alongY.text(value), frontX * (box.width() / 2 + OUTSIDE), place);
        }
        name(g, grid.x(), 0, frontY * (box.depth() / 2 + 3 * OUTSIDE));
        name(g, grid.y(), frontX * (box.width() / 2 + 3 * OUTSIDE), 0);
    }

    private void name(Graphics2D g, Axis axis, float x, float y) {
        text(g, axis.title(), x, y);
    }

    private void text(Graphics2D g, String text, float x, float y) {
        FontMetrics metrics = g.getFontMetrics();
        Point2D at = point(x, y, -box.height() / 2);
        g.drawString(
                text, (float) at.getX() - metrics.stringWidth(text) / 2f, (float) at.getY() + metrics.getAscent() / 2f);
    }

    private Point2D corner(int corner) {
        return point(side(corner, 0) * box.width(), side(corner, 1) * box.depth(), side(corner, 2) * box.height());
    }

    private float depth(int corner) {
        return projection.depth(
                side(corner, 0) * box.width(), side(corner, 1) * box.depth(), side(corner, 2) * box.height());
    }

    private static float side(int corner, int axis) {
        return ((corner >> axis) & 1) - 0.5f;
    }

    private Point2D point(float x, float y, float z) {
        float depth = projection.depth(x, y, z);
        return new Point2D.Float(projection.across(x, y, depth), projection.down(x, y, z, depth));
    }
}
