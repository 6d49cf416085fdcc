package org.physgrad.workbench.pictures;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.Icon;
import javax.swing.UIManager;

/** The symbols of actions, drawn as lines so that they are sharp on every screen, in colours of the theme; pale on what is disabled. */
public enum Symbol implements Icon {
    /** A sheet with a plus. */
    NEW("Actions.Grey", line(path -> {
        polygon(path, 10, 13.5, 3, 13.5, 3, 1.5, 9, 1.5, 12, 4.5, 12, 8);
        polygon(path, 13, 9.5, 13, 14.5);
        polygon(path, 10.5, 12, 15.5, 12);
    })),
    /** A triangle to the right. */
    RUN("Actions.Green", area(path -> closed(path, 4, 2, 14, 8, 4, 14))),
    /** Two triangles to the right. */
    RUN_SEVERAL("Actions.Green", area(path -> {
        closed(path, 1.5, 3, 8, 8, 1.5, 13);
        closed(path, 8.5, 3, 15, 8, 8.5, 13);
    })),
    /** Two bars. */
    PAUSE("Actions.Grey", area(path -> {
        path.append(new Rectangle2D.Double(3.5, 3, 3, 10), false);
        path.append(new Rectangle2D.Double(9.5, 3, 3, 10), false);
    })),
    /** A bar and a triangle. */
    PROCEED("Actions.Green", area(path -> {
        path.append(new Rectangle2D.Double(2.5, 3, 2.5, 10), false);
        closed(path, 6.5, 3, 14, 8, 6.5, 13);
    })),
    /** A square. */
    CANCEL("Actions.Red", area(path -> path.append(new Rectangle2D.Double(3.5, 3.5, 9, 9), false))),
    /** A circle with an arrow, back to where it was. */
    RESUME("Actions.Green", line(path -> {
        path.append(new Arc2D.Double(2.5, 2.5, 11, 11, 100, -280, Arc2D.OPEN), false);
        polygon(path, 4.5, 0.5, 8, 2.6, 5.5, 5.6);
    })),
    /** Two falling curves. */
    COMPARE("Actions.Blue", line(path -> {
        polygon(path, 1.5, 1.5, 1.5, 14.5, 14.5, 14.5);
        path.moveTo(3, 3);
        path.quadTo(5, 11, 14, 11.8);
        path.moveTo(3, 2);
        path.quadTo(8, 6, 14, 7);
    })),
    /** An arrow that turns to the left. */
    UNDO("Actions.Grey", line(path -> {
        polygon(path, 5.5, 2, 2.5, 5, 5.5, 8);
        path.moveTo(2.5, 5);
        path.curveTo(15, 3, 15, 13.5, 6, 13);
    })),
    /** An arrow that turns to the right. */
    REDO("Actions.Grey", line(path -> {
        polygon(path, 10.5, 2, 13.5, 5, 10.5, 8);
        path.moveTo(13.5, 5);
        path.curveTo(1, 3, 1, 13.5, 10, 13);
    })),
    /** A magnifying glass. */
    FIND("Actions.Grey", line(path -> {
        path.append(new Ellipse2D.Double(2, 2, 8.5, 8.5), false);
        polygon(path, 9.5, 9.5, 14, 14);
    })),
    /** A circle that is half dark. */
    THEME("Actions.Grey", area(path -> {
        path.append(new Arc2D.Double(2.5, 2.5, 11, 11, 90, 180, Arc2D.CHORD), false);
        path.append(new BasicStroke(1.4f).createStrokedShape(new Ellipse2D.Double(2.5, 2.5, 11, 11)), false);
    })),
    /** An arrow into a tray. */
    SAVE("Actions.Grey", line(path -> {
        polygon(path, 8, 1.5, 8, 9.5);
        polygon(path, 4.5, 6.5, 8, 10, 11.5, 6.5);
        polygon(path, 2.5, 10.5, 2.5, 14, 13.5, 14, 13.5, 10.5);
    })),
    /** A sheet with lines. */
    REPORT("Actions.Grey", line(path -> {
        closed(path, 3, 1.5, 13, 1.5, 13, 14.5, 3, 14.5);
        polygon(path, 5.5, 5, 10.5, 5);
        polygon(path, 5.5, 8, 10.5, 8);
        polygon(path, 5.5, 11, 8.5, 11);
    })),
    /** An arrow out of a network's nodes. */
    INFER("Actions.Blue", line(path -> {
        path.append(new Ellipse2D.Double(1.5, 2, 3.5, 3.5), false);
        path.append(new Ellipse2D.Double(1.5, 10.5, 3.5, 3.5), false);
        polygon(path, 5, 4.5, 8.5, 8, 5, 11.5);
        polygon(path, 8.5, 8, 14.5, 8);
        polygon(path, 11.5, 5, 14.5, 8, 11.5, 11);
    })),
    /** A small sheet, for an experiment. */
    EXPERIMENT("Actions.Grey", line(path -> closed(path, 3.5, 1.5, 9.5, 1.5, 12.5, 4.5, 12.5, 14.5, 3.5, 14.5))),
    /** A falling curve on axes, for a run. */
    CURVE("Actions.Blue", line(path -> {
        polygon(path, 2, 2, 2, 14, 14, 14);
        path.moveTo(4, 3);
        path.quadTo(5, 10.5, 13.5, 11.5);
    }));

    private static final int SIZE = 16;

    /** How much is seen of what is disabled. */
    private static final float DISABLED = 0.3f;

    private final String colour;

    @SuppressWarnings("ImmutableEnumChecker") // made once, and nobody else has it
    private final Shape shape;

    Symbol(String colour, Supplier<Shape> shape) {
        this.colour = colour;
        this.shape = shape.get();
    }

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        Graphics2D g = (Graphics2D) graphics.create();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.translate(x, y);
            Color themed = UIManager.getColor(colour);
            g.setColor(themed == null ? Color.GRAY : themed);
            if (component != null && !component.isEnabled()) {
                g.setComposite(AlphaComposite.SrcOver.derive(DISABLED));
            }
            g.fill(shape);
        } finally {
            g.dispose();
        }
    }

    @Override
    public int getIconWidth() {
        return SIZE;
    }

    @Override
    public int getIconHeight() {
        return SIZE;
    }

    private static Supplier<Shape> area(Consumer<Path2D> draw) {
        return () -> path(draw);
    }

    private static Supplier<Shape> line(Consumer<Path2D> draw) {
        return () ->
                new BasicStroke(1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(path(draw));
    }

    private static Path2D path(Consumer<Path2D> draw) {
        Path2D path = new Path2D.Double();
        draw.accept(path);
        return path;
    }

    private static void polygon(Path2D path, double... points) {
        path.moveTo(points[0], points[1]);
        for (int k = 2; k < points.length; k += 2) {
            path.lineTo(points[k], points[k + 1]);
        }
    }

    private static void closed(Path2D path, double... points) {
        polygon(path, points);
        path.closePath();
    }
}
