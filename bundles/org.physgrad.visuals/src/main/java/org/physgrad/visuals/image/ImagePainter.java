package org.physgrad.visuals.image;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.physgrad.api.visual.Axis;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.FieldGrid;
import org.physgrad.api.visual.Range;
import org.physgrad.api.visual.Scene;
import org.physgrad.visuals.colour.ColourMap;
import org.physgrad.visuals.colour.Colours;
import org.physgrad.visuals.paint.ColourBar;
import org.physgrad.visuals.paint.Painter;
import org.physgrad.visuals.paint.PlotFrame;
import org.physgrad.visuals.paint.Sheet;

/** Paints fields cell by cell: x to the right, y upwards, cells as the grid has them. */
final class ImagePainter implements Painter {

    /** Room for an arrow, in units. */
    private static final int ARROW = 12;

    private final Colours colours;
    private final int arrows;

    ImagePainter(Colours colours, int arrows) {
        this.colours = colours;
        this.arrows = arrows;
    }

    @Override
    public void paint(Graphics2D g, Scene scene, int width, int height) {
        Field field = (Field) scene.quantity();
        FieldGrid grid = field.grid();
        ColourMap map = colours.of(field);
        Range range = scene.range().orElseGet(field::range);
        Sheet sheet = new Sheet(g, scene, width, height);
        FontMetrics metrics = sheet.metrics();
        Rectangle place = sheet.place();
        int bar = new ColourBar(map, range, place.height, metrics.getHeight()).width(metrics);
        place.width = Math.max(1, place.width - bar - 2 * sheet.gap());
        double aspect = grid.nx() * grid.x().step() / (grid.ny() * grid.y().step());
        PlotFrame frame = PlotFrame.fit(place, metrics, edges(grid.x(), grid.nx()), edges(grid.y(), grid.ny()), aspect);
        Rectangle inside = frame.inside();
        g.setColor(scene.appearance().foreground());
        new ColourBar(map, range, inside.height, metrics.getHeight())
                .paint(g, new Rectangle(inside.x + inside.width + 2 * sheet.gap(), inside.y, bar, inside.height));
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        BufferedImage cells = cells(field.heights(Sheet.frame(scene, field)), grid, map, range);
        g.drawImage(cells, inside.x, inside.y, inside.width, inside.height, null);
        vectors(scene, field)
                .ifPresent(vectors -> new Arrows(vectors, Sheet.frame(scene, vectors), count(inside)).paint(g, inside));
        frame.paint(g, scene.appearance().foreground());
    }

    /** As many arrows as the visual has, or as a small picture has room for. */
    private int count(Rectangle inside) {
        return Math.max(1, Math.min(arrows, Math.max(inside.width, inside.height) / ARROW));
    }

    private Optional<Field> vectors(Scene scene, Field field) {
        Optional<Field> own = field.isVector() ? Optional.of(field) : Optional.empty();
        return arrows == 0 ? Optional.empty() : scene.arrows().or(() -> own);
    }

    private static Range edges(Axis axis, int cells) {
        return new Range(axis.at(-0.5), axis.at(cells - 0.5));
    }

    private static BufferedImage cells(float[] heights, FieldGrid grid, ColourMap map, Range range) {
        BufferedImage image = new BufferedImage(grid.nx(), grid.ny(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < grid.nx(); i++) {
            for (int j = 0; j < grid.ny(); j++) {
                image.setRGB(i, grid.ny() - 1 - j, map.colour(heights[i * grid.ny() + j], range));
            }
        }
        return image;
    }
}
