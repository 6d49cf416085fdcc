package org.physgrad.visual.jzy3d;

import java.awt.Component;
import java.awt.Font;
import java.awt.image.BufferedImage;
import jgl.wt.awt.GL;
import org.jzy3d.colors.Color;
import org.jzy3d.maths.BoundingBox3d;
import org.jzy3d.maths.Coord3d;
import org.jzy3d.plot3d.primitives.axis.AxisBox;
import org.jzy3d.plot3d.primitives.axis.layout.AxisLayout;
import org.jzy3d.plot3d.rendering.canvas.Quality;
import org.jzy3d.plot3d.rendering.scene.Scene;
import org.jzy3d.plot3d.rendering.view.View;
import org.jzy3d.plot3d.rendering.view.ViewportConfiguration;
import org.physgrad.api.visual.Appearance;
import org.physgrad.api.visual.FieldGrid;
import org.physgrad.api.visual.Range;
import org.physgrad.visuals.colour.ColourMap;
import org.physgrad.visuals.relief.Box;
import org.physgrad.visuals.relief.Camera;
import org.physgrad.visuals.relief.Relief;

/**
 * A scene of Jzy3d that holds one relief in an axis box, drawn into memory. Jzy3d's own canvas is left out: it starts a thread that nothing ends, and needs a display.
 * For one thread.
 */
final class Stage {

    private static final int TICKS = 4;
    /** Distance of numbers one above the other, in heights of the font. */
    private static final double NUMBER = 1.3;
    /** Distance of a title from the numbers beside it, likewise. */
    private static final double TITLE = 1.9;

    /** An angle that nobody sees [rad]. */
    private static final double SLIGHT = 0.002;

    private final GL gl = new GL();
    private final Lens lens = new Lens();
    private final ReliefMesh mesh = new ReliefMesh();
    private final View view;

    Stage() {
        gl.setAutoAdaptToHiDPI(false); // It is told its size in pixels.
        gl.glXMakeCurrent(new ImageSource(), 0, 0);
        MemoryFactory factory = new MemoryFactory(new MemoryPainter(gl), lens);
        Scene scene = factory.newScene(false);
        Quality smoothColours = new Quality(true, false, true, false, false, false, false).setHiDPIEnabled(false);
        view = new View(factory, scene, new MemoryCanvas(), smoothColours);
        scene.getGraph().add(mesh, false);
        AxisBox box = (AxisBox) view.getAxis();
        box.setTickProcessor(new EdgeNumbers(box));
        view.setSquared(false);
        view.init();
    }

    /** Puts a relief on the stage. */
    void show(Relief relief, ColourMap colours) {
        mesh.show(relief, colours);
    }

    /** Writes numbers and titles along the box of the relief that is shown, if so wanted. */
    void label(Font font, boolean wanted) {
        Box box = mesh.relief().box();
        FieldGrid grid = mesh.relief().grid();
        AxisTicks x = new AxisTicks(new Range(grid.x().at(0), grid.x().at(grid.nx() - 1)), box.width(), TICKS);
        AxisTicks y = new AxisTicks(new Range(grid.y().at(0), grid.y().at(grid.ny() - 1)), box.depth(), TICKS);
        AxisTicks z = new AxisTicks(mesh.relief().range(), box.height(), TICKS);
        AxisLayout layout = view.getAxisLayout();
        layout.setFont(new org.jzy3d.painters.Font(font.getName(), font.getSize()));
        layout.setXTickLabelDisplayed(wanted);
        layout.setYTickLabelDisplayed(wanted);
        layout.setZTickLabelDisplayed(wanted);
        layout.setXAxisLabel(grid.x().title());
        layout.setYAxisLabel(grid.y().title());
        layout.setZAxisLabelDisplayed(false); // The title of the sheet says it.
        layout.setXTickProvider(x);
        layout.setXTickRenderer(x);
        layout.setYTickProvider(y);
        layout.setYTickRenderer(y);
        layout.setZTickProvider(z);
        layout.setZTickRenderer(z);
        view.setBoundsManual(new BoundingBox3d(mesh.getBounds()), false);
    }

    /** Takes the colours of the surroundings. */
    void paint(Appearance appearance, java.awt.Color lines) {
        view.setBackgroundColor(colour(appearance.background()));
        AxisLayout layout = view.getAxisLayout();
        layout.setMainColor(colour(appearance.foreground()));
        layout.setGridColor(colour(lines));
    }

    private static Color colour(java.awt.Color of) {
        return new Color(of.getRed(), of.getGreen(), of.getBlue());
    }

    /** Draws what is on the stage, as seen by a camera, into an image of so many pixels. */
    BufferedImage shoot(Camera camera, int width, int height) {
        AxisLayout layout = view.getAxisLayout();
        double margin = layout.isZTickLabelDisplayed() ? layout.getMaxZTickLabelWidth(view.getPainter()) : 0;
        lens.frame(camera.zoom(), margin);
        space(layout, camera.elevation(), lens.scale(width, height));
        // Jzy3d counts the angle from the x axis, and to where the camera stands.
        double azimuth = besideZero(Math.IEEEremainder(-Math.PI / 2 - camera.azimuth(), 2 * Math.PI));
        view.setViewPoint(new Coord3d(azimuth, besideZero(camera.elevation()), 0), false);
        view.clear();
        view.renderScene(new ViewportConfiguration(width, height));
        gl.glFlush();
        return gl.getRenderedImage();
    }

    /** Keeps text apart: titles go beyond the numbers, and numbers along a foreshortened edge are left out. */
    private void space(AxisLayout layout, double elevation, double pixels) {
        double font = layout.getFont().getHeight();
        double upright = mesh.relief().box().height() * Math.cos(elevation);
        if (upright * pixels < NUMBER * font * layout.getZTicks().length) {
            layout.setZTickLabelDisplayed(false);
        }
        double tickDown = (Math.abs(Math.sin(elevation)) + upright) * pixels / layout.getTickLengthRatio();
        layout.setAxisLabelDistance((float) (1 + TITLE * font / tickDown));
    }

    /** From the angle zero jGL cannot find its way back from the picture into the box, and text is lost; a tenth of a degree beside it does. */
    private static double besideZero(double angle) {
        return Math.abs(angle) < SLIGHT ? SLIGHT : angle;
    }

    /** What jGL turns its pixels into an image with. */
    private static final class ImageSource extends Component {
        private static final long serialVersionUID = 1;
    }
}
