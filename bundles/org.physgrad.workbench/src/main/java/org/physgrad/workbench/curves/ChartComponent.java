package org.physgrad.workbench.curves;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;
import java.util.Optional;
import java.util.function.Consumer;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import org.physgrad.api.visual.Range;
import org.physgrad.visuals.chart.Chart;
import org.physgrad.visuals.chart.ChartPainter;
import org.physgrad.visuals.chart.Legend;

/** A chart in the window: dragging zooms, a double click shows all again, and the values under the mouse are told. */
final class ChartComponent extends JComponent {

    private static final long serialVersionUID = 1L;

    private final class Accessible extends AccessibleJComponent {

        private static final long serialVersionUID = 1L;

        @Override
        public AccessibleRole getAccessibleRole() {
            return AccessibleRole.CANVAS;
        }
    }

    /** A drag that is shorter is a click of an unsteady hand. */
    private static final int SHORTEST_DRAG = 8;

    /** The part of the chart that is shown. */
    private record Zoom(Range x, Range y) {}

    private final transient ChartPainter painter = new ChartPainter(Legend.NONE);
    private transient Chart chart;
    private String hint = "";
    private transient Optional<Zoom> zoom = Optional.empty();
    private transient Optional<Rectangle> drag = Optional.empty();

    /**
     * @param readout told of the values under the mouse, of none when it leaves
     */
    ChartComponent(Chart chart, Consumer<Optional<Point2D>> readout) {
        this.chart = chart;
        setOpaque(true);
        setName("curves.chart");
        getAccessibleContext().setAccessibleName("Learning curves");
        setToolTipText("Drag to zoom, double click to show all");
        Mouse mouse = new Mouse(readout);
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
    }

    /** Components of one's own have no accessible context unless they make it. */
    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new Accessible();
        }
        return accessibleContext;
    }

    /**
     * Draws a chart.
     *
     * @param words shown instead of one that has no curves
     */
    void draw(Chart next, String words) {
        chart = next;
        hint = words;
        repaint();
    }

    /** The chart as it is shown, zoomed. */
    Chart shown() {
        return zoom.map(part ->
                        chart.withAxes(chart.x().withRange(part.x()), chart.y().withRange(part.y())))
                .orElse(chart);
    }

    void showAll() {
        zoom = Optional.empty();
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            if (chart.curves().isEmpty()) {
                paintHint(g);
            } else {
                painter.paint(g, shown(), getWidth(), getHeight());
            }
        } finally {
            g.dispose();
        }
        drag.ifPresent(box -> {
            graphics.setColor(chart.appearance().foreground());
            graphics.drawRect(box.x, box.y, box.width, box.height);
        });
    }

    private void paintHint(Graphics2D g) {
        g.setColor(chart.appearance().background());
        g.fillRect(0, 0, getWidth(), getHeight());
        g.setColor(UIManager.getColor("Label.disabledForeground"));
        g.setFont(getFont());
        int width = g.getFontMetrics().stringWidth(hint);
        g.drawString(hint, (getWidth() - width) / 2, getHeight() / 2);
    }

    private void zoomTo(Rectangle box) {
        Optional<Point2D> low = painter.valueAt(box.x, box.y + box.height);
        Optional<Point2D> high = painter.valueAt(box.x + box.width, box.y);
        if (low.isPresent() && high.isPresent()) {
            zoom = range(low.get().getX(), high.get().getX())
                    .flatMap(x -> range(low.get().getY(), high.get().getY()).map(y -> new Zoom(x, y)));
        }
    }

    private static Optional<Range> range(double low, double high) {
        return low < high && Double.isFinite(low) && Double.isFinite(high)
                ? Optional.of(new Range(low, high))
                : Optional.empty();
    }

    /** What the mouse does to the chart. */
    private final class Mouse extends MouseAdapter {

        private final Consumer<Optional<Point2D>> readout;
        private Point from = new Point();

        Mouse(Consumer<Optional<Point2D>> readout) {
            this.readout = readout;
        }

        @Override
        public void mousePressed(MouseEvent event) {
            from = event.getPoint();
        }

        @Override
        public void mouseDragged(MouseEvent event) {
            Rectangle box = new Rectangle(from);
            box.add(event.getPoint());
            drag = Optional.of(box);
            repaint();
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            drag.filter(box -> box.width >= SHORTEST_DRAG && box.height >= SHORTEST_DRAG)
                    .ifPresent(ChartComponent.this::zoomTo);
            drag = Optional.empty();
            repaint();
        }

        @Override
        public void mouseClicked(MouseEvent event) {
            if (event.getClickCount() == 2 && SwingUtilities.isLeftMouseButton(event)) {
                showAll();
            }
        }

        @Override
        public void mouseMoved(MouseEvent event) {
            readout.accept(painter.valueAt(event.getX(), event.getY()));
        }

        @Override
        public void mouseExited(MouseEvent event) {
            readout.accept(Optional.empty());
        }
    }
}
