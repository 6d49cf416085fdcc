package org.physgrad.visuals.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.FieldGrid;

/** Vectors as arrows from the middles of blocks of cells. The longest fits into its block; the others are shorter in proportion. */
final class Arrows {

    private static final double HEAD = 0.35;

    private final FieldGrid grid;
    private final float[] vx;
    private final float[] vy;
    private final int block;

    /**
     * Prepares arrows.
     *
     * @param field vectors
     * @param frame frame of the field
     * @param count how many arrows along its longer side, at least 1
     */
    Arrows(Field field, int frame, int count) {
        this.grid = field.grid();
        this.vx = field.plane(frame, 0);
        this.vy = field.plane(frame, 1);
        this.block = Math.max(1, (Math.max(grid.nx(), grid.ny()) + count - 1) / count);
    }

    /** Paints the arrows, white with a dark edge so that they show on every colour. */
    void paint(Graphics2D g, Rectangle inside) {
        double cellWidth = (double) inside.width / grid.nx();
        double cellHeight = (double) inside.height / grid.ny();
        double longest = longest();
        if (!(longest > 0)) {
            return;
        }
        double scale = 0.95 * block * Math.min(cellWidth, cellHeight) / longest;
        Path2D arrows = new Path2D.Double();
        for (int i = block / 2; i < grid.nx(); i += block) {
            for (int j = block / 2; j < grid.ny(); j += block) {
                double x = inside.x + (i + 0.5) * cellWidth;
                double y = inside.y + inside.height - (j + 0.5) * cellHeight;
                append(arrows, x, y, vx[i * grid.ny() + j] * scale, -vy[i * grid.ny() + j] * scale);
            }
        }
        g.setColor(new Color(0, 0, 0, 160));
        g.setStroke(new BasicStroke(2.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(arrows);
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(1.1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(arrows);
        g.setStroke(new BasicStroke(1));
    }

    private double longest() {
        double longest = 0;
        for (int cell = 0; cell < vx.length; cell++) {
            double length = Math.hypot(vx[cell], vy[cell]);
            if (length > longest && length < Double.POSITIVE_INFINITY) {
                longest = length;
            }
        }
        return longest;
    }

    /** Appends an arrow whose middle is at a point. */
    private static void append(Path2D arrows, double x, double y, double dx, double dy) {
        if (!Double.isFinite(dx) || !Double.isFinite(dy) || Math.hypot(dx, dy) < 1) {
            return;
        }
        double tipX = x + dx / 2;
        double tipY = y + dy / 2;
        arrows.moveTo(x - dx / 2, y - dy / 2);
        arrows.lineTo(tipX, tipY);
        arrows.moveTo(tipX - HEAD * (dx + 0.6 * dy), tipY - HEAD * (dy - 0.6 * dx));
        arrows.lineTo(tipX, tipY);
        arrows.lineTo(tipX - HEAD * (dx - 0.6 * dy), tipY - HEAD * (dy + 0.6 * dx));
    }
}
