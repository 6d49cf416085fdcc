package org.physgrad.visual.jzy3d;

import jgl.GL;
import org.jzy3d.maths.BoundingBox3d;
import org.jzy3d.painters.IPainter;
import org.jzy3d.plot3d.primitives.Drawable;
import org.jzy3d.plot3d.primitives.PolygonFill;
import org.jzy3d.plot3d.primitives.PolygonMode;
import org.jzy3d.plot3d.transform.Transform;
import org.physgrad.visuals.colour.ColourMap;
import org.physgrad.visuals.relief.Box;
import org.physgrad.visuals.relief.Relief;

/**
 * A relief as strips of quadrilaterals. Jzy3d's own surface has an object for each polygon and each of its points, which makes a change of all values slow.
 */
final class ReliefMesh extends Drawable {

    private Relief relief;
    private float[] heights = {};
    private int[] colours = {};

    void show(Relief next, ColourMap map) {
        relief = next;
        int[] table = map.table();
        int size = next.nx() * next.ny();
        if (heights.length != size) {
            heights = new float[size];
            colours = new int[size];
        }
        for (int i = 0; i < next.nx(); i++) {
            for (int j = 0; j < next.ny(); j++) {
                float fraction = next.fraction(i, j);
                int k = i * next.ny() + j;
                heights[k] = next.z(fraction);
                colours[k] =
                        Float.isNaN(fraction) ? 0 : lit(table[(int) (fraction * (table.length - 1))], next.light(i, j));
            }
        }
        Box box = next.box();
        bbox = new BoundingBox3d(
                -box.width() / 2,
                box.width() / 2,
                -box.depth() / 2,
                box.depth() / 2,
                -box.height() / 2,
                box.height() / 2);
    }

    Relief relief() {
        return relief;
    }

    @Override
    public void draw(IPainter painter) {
        doTransform(painter);
        painter.glPolygonMode(PolygonMode.FRONT_AND_BACK, PolygonFill.FILL);
        for (int i = 0; i < relief.nx() - 1; i++) {
            strip(painter, i);
        }
    }

    /** Draws the cells between two rows of corners; a corner without a value interrupts them. */
    private void strip(IPainter painter, int i) {
        boolean begun = false;
        for (int j = 0; j < relief.ny(); j++) {
            boolean whole = hasValue(i, j) && hasValue(i + 1, j);
            if (whole && !begun) {
                painter.glBegin(GL.GL_QUAD_STRIP);
            } else if (!whole && begun) {
                painter.glEnd();
            }
            begun = whole;
            if (whole) {
                corner(painter, i, j);
                corner(painter, i + 1, j);
            }
        }
        if (begun) {
            painter.glEnd();
        }
    }

    private boolean hasValue(int i, int j) {
        return !Float.isNaN(heights[i * relief.ny() + j]);
    }

    private void corner(IPainter painter, int i, int j) {
        int k = i * relief.ny() + j;
        int colour = colours[k];
        painter.glColor4f(((colour >> 16) & 0xFF) / 255f, ((colour >> 8) & 0xFF) / 255f, (colour & 0xFF) / 255f, 1);
        painter.glVertex3f(relief.x(i), relief.y(j), heights[k]);
    }

    private static int lit(int colour, float light) {
        int red = (int) (((colour >> 16) & 0xFF) * light);
        int green = (int) (((colour >> 8) & 0xFF) * light);
        int blue = (int) ((colour & 0xFF) * light);
        return (red << 16) | (green << 8) | blue;
    }

    @Override
    public void applyGeometryTransform(Transform transform) {
        throw new UnsupportedOperationException("a relief stays in its box");
    }

    @Override
    public void updateBounds() {
        // Its bounds are those of the box that it lies in.
    }
}
