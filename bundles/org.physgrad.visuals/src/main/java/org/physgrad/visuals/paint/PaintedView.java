package org.physgrad.visuals.paint;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.physgrad.api.visual.Scene;
import org.physgrad.api.visual.View;

/** A view that a painter paints. */
public final class PaintedView implements View {

    private final Painter painter;
    private final Canvas canvas = new Canvas();
    private Scene scene;

    /**
     * Makes an empty view.
     *
     * @param painter who paints it
     * @param description what it is, for those who cannot see it
     */
    public PaintedView(Painter painter, String description) {
        this.painter = painter;
        canvas.getAccessibleContext().setAccessibleDescription(description);
    }

    @Override
    public JComponent component() {
        return canvas;
    }

    @Override
    public void show(Scene next) {
        scene = next;
        canvas.getAccessibleContext().setAccessibleName(next.quantity().name());
        canvas.repaint();
    }

    @Override
    public BufferedImage picture() {
        if (scene == null) {
            throw new IllegalStateException("the view shows nothing yet");
        }
        return Pictures.draw(painter, scene, Math.max(1, canvas.getWidth()), Math.max(1, canvas.getHeight()));
    }

    /** Where it is painted. */
    private final class Canvas extends JPanel {

        private static final long serialVersionUID = 1;

        Canvas() {
            setOpaque(true);
            setPreferredSize(new Dimension(320, 260));
            setMinimumSize(new Dimension(80, 80));
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            Graphics2D g = (Graphics2D) graphics.create();
            try {
                if (scene == null) {
                    g.setColor(getBackground());
                    g.fillRect(0, 0, getWidth(), getHeight());
                } else {
                    painter.paint(g, scene, getWidth(), getHeight());
                }
            } finally {
                g.dispose();
            }
        }
    }
}
