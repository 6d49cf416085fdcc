package org.physgrad.visual.jzy3d;

import java.awt.font.FontRenderContext;
import jgl.wt.awt.GL;
import jgl.wt.awt.GLU;
import jgl.wt.awt.GLUT;
import org.jzy3d.os.WindowingToolkit;
import org.jzy3d.painters.EmulGLPainter;
import org.jzy3d.painters.Font;

/** Paints without a canvas. */
final class MemoryPainter extends EmulGLPainter {

    private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, false);

    MemoryPainter(GL gl) {
        setGL(gl);
        setGLU(new GLU(gl));
        setGLUT(new GLUT(gl));
    }

    /** Asked for on Windows, to find out how its screens scale. */
    @Override
    public WindowingToolkit getWindowingToolkit() {
        return WindowingToolkit.UNKOWN;
    }

    /** The inherited one measures with the previous picture, and guesses where there is none. */
    @Override
    public int getTextLengthInPixels(Font font, String text) {
        java.awt.Font awt = new java.awt.Font(font.getName(), java.awt.Font.PLAIN, font.getHeight());
        return (int) Math.ceil(awt.getStringBounds(text, SMOOTH).getWidth());
    }
}
