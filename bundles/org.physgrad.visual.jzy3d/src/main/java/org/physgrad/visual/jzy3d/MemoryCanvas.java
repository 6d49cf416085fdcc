package org.physgrad.visual.jzy3d;

import java.io.File;
import java.util.List;
import org.jzy3d.maths.Coord2d;
import org.jzy3d.maths.Dimension;
import org.jzy3d.plot3d.rendering.canvas.ICanvas;
import org.jzy3d.plot3d.rendering.canvas.ICanvasListener;
import org.jzy3d.plot3d.rendering.view.View;

/** The canvas that a view of Jzy3d asks for, without a window: {@link Stage} says when and how large to draw, and nobody touches it. */
final class MemoryCanvas implements ICanvas {

    @Override
    public boolean isNative() {
        return false;
    }

    @Override
    public View getView() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getRendererWidth() {
        return 1;
    }

    @Override
    public int getRendererHeight() {
        return 1;
    }

    @Override
    public Dimension getDimension() {
        return new Dimension(1, 1);
    }

    @Override
    public void screenshot(File file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object screenshot() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forceRepaint() {}

    @Override
    public void dispose() {}

    @Override
    public void addMouseController(Object controller) {}

    @Override
    public void addKeyController(Object controller) {}

    @Override
    public void removeMouseController(Object controller) {}

    @Override
    public void removeKeyController(Object controller) {}

    @Override
    public String getDebugInfo() {
        return "in memory";
    }

    @Override
    public void setPixelScale(float[] scale) {}

    @Override
    public Coord2d getPixelScale() {
        return new Coord2d(1, 1);
    }

    @Override
    public Coord2d getPixelScaleJVM() {
        return new Coord2d(1, 1);
    }

    @Override
    public double getLastRenderingTimeMs() {
        return LAST_RENDER_TIME_UNDEFINED;
    }

    @Override
    public void addCanvasListener(ICanvasListener listener) {}

    @Override
    public void removeCanvasListener(ICanvasListener listener) {}

    @Override
    public List<ICanvasListener> getCanvasListeners() {
        return List.of();
    }
}
