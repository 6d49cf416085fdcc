package org.physgrad.workbench.shell;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/** The icon of the window: a step to the bottom of a valley. */
final class WindowIcon {

    private static final Color SKY = new Color(0x2B2E5A);
    private static final Color VALLEY = new Color(0x35B779);
    private static final Color POINT = new Color(0xFDE725);

    private WindowIcon() {}

    /** The icon in the sizes that desktops ask for. */
    static List<Image> images() {
        return IntStream.of(16, 24, 32, 48, 64, 128).mapToObj(WindowIcon::image).toList();
    }

    private static Image image(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.scale(size / 16.0, size / 16.0);
        g.setColor(SKY);
        g.fill(new RoundRectangle2D.Double(0, 0, 16, 16, 5, 5));
        Path2D valley = new Path2D.Double();
        valley.moveTo(2, 3);
        valley.curveTo(4, 16, 10, 16, 14, 4);
        g.setColor(VALLEY);
        g.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(valley);
        g.setColor(POINT);
        g.fill(new Ellipse2D.Double(5.9, 9.6, 3.6, 3.6));
        g.dispose();
        return image;
    }
}
