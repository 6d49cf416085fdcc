package org.physgrad.visuals.relief;

import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.swing.JComponent;
import org.physgrad.api.visual.Scene;
import org.physgrad.api.visual.View;
import org.physgrad.visuals.paint.PaintedView;

/** A picture that turns with the mouse or the arrow keys and comes nearer with the wheel or plus and minus; a double click or Home puts it back. */
public final class CameraView implements View {

    private static final int KEY_STEP = 10;
    private static final double ZOOM_STEP = 1.1;

    private static final Map<Integer, UnaryOperator<Camera>> KEYS = Map.of(
            KeyEvent.VK_LEFT, camera -> camera.turned(-KEY_STEP, 0),
            KeyEvent.VK_RIGHT, camera -> camera.turned(KEY_STEP, 0),
            KeyEvent.VK_UP, camera -> camera.turned(0, -KEY_STEP),
            KeyEvent.VK_DOWN, camera -> camera.turned(0, KEY_STEP),
            KeyEvent.VK_PLUS, camera -> camera.zoomed(ZOOM_STEP),
            KeyEvent.VK_MINUS, camera -> camera.zoomed(1 / ZOOM_STEP));

    private final CameraPainter painter;
    private final PaintedView view;
    private final Camera start;

    /**
     * Makes an empty view.
     *
     * @param painter who paints it
     */
    public CameraView(CameraPainter painter) {
        this.painter = painter;
        this.start = painter.camera();
        this.view = new PaintedView(painter, "field as a surface; drag or use the arrow keys to turn it");
        JComponent component = view.component();
        Hand hand = new Hand();
        component.setFocusable(true);
        component.addMouseListener(hand);
        component.addMouseMotionListener(hand);
        component.addMouseWheelListener(hand);
        component.addKeyListener(new KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent event) {
                UnaryOperator<Camera> move =
                        event.getKeyCode() == KeyEvent.VK_HOME ? camera -> start : KEYS.get(event.getKeyCode());
                if (move != null) {
                    move(move);
                    event.consume();
                }
            }
        });
    }

    @Override
    public JComponent component() {
        return view.component();
    }

    @Override
    public void show(Scene scene) {
        view.show(scene);
    }

    @Override
    public BufferedImage picture() {
        return view.picture();
    }

    private void move(UnaryOperator<Camera> move) {
        painter.look(move.apply(painter.camera()));
        component().repaint();
    }

    /** Turns the picture with the mouse. */
    private final class Hand extends MouseAdapter {

        private int x;
        private int y;

        @Override
        public void mousePressed(MouseEvent event) {
            component().requestFocusInWindow();
            x = event.getX();
            y = event.getY();
        }

        @Override
        public void mouseDragged(MouseEvent event) {
            int dx = event.getX() - x;
            int dy = event.getY() - y;
            x = event.getX();
            y = event.getY();
            move(camera -> camera.turned(dx, dy));
        }

        @Override
        public void mouseClicked(MouseEvent event) {
            if (event.getClickCount() == 2) {
                move(camera -> start);
            }
        }

        @Override
        public void mouseWheelMoved(MouseWheelEvent event) {
            move(camera -> camera.zoomed(Math.pow(ZOOM_STEP, -event.getPreciseWheelRotation())));
        }
    }
}
