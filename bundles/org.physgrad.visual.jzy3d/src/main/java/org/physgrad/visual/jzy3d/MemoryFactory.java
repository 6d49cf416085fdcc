package org.physgrad.visual.jzy3d;

import org.jzy3d.chart.factories.EmulGLChartFactory;
import org.jzy3d.chart.factories.EmulGLPainterFactory;
import org.jzy3d.maths.Coord3d;
import org.jzy3d.painters.EmulGLPainter;
import org.jzy3d.plot3d.rendering.view.Camera;

/** Gives Jzy3d a painter and a camera of our own. */
final class MemoryFactory extends EmulGLChartFactory {

    private final Camera camera;

    MemoryFactory(EmulGLPainter painter, Camera camera) {
        super(new EmulGLPainterFactory() {
            @Override
            public EmulGLPainter newPainter() {
                return painter;
            }
        });
        this.camera = camera;
    }

    @Override
    public Camera newCamera(Coord3d center) {
        return camera;
    }
}
