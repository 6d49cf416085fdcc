package org.physgrad.visual.jzy3d;

import org.jzy3d.maths.Coord3d;
import org.jzy3d.plot3d.primitives.axis.AxisBox;
import org.jzy3d.plot3d.primitives.axis.AxisTickProcessor;
import org.jzy3d.plot3d.rendering.view.Camera;
import org.jzy3d.plot3d.text.align.Horizontal;

/** Puts all numbers of an edge on the same side of their ticks, which keeps those of two edges apart where these meet. */
final class EdgeNumbers extends AxisTickProcessor {

    EdgeNumbers(AxisBox axis) {
        super(axis);
    }

    @Override
    public Horizontal align(Horizontal wanted, int dimension, Camera camera, Coord3d place) {
        Coord3d middle = place.clone();
        switch (dimension) {
            case AxisBox.AXE_X -> middle.x = axis.getCenter().x;
            case AxisBox.AXE_Y -> middle.y = axis.getCenter().y;
            default -> middle.z = axis.getCenter().z;
        }
        return super.align(wanted, dimension, camera, middle);
    }
}
