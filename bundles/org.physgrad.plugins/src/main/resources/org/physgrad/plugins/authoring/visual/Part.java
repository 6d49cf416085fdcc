package {{package}};

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Range;
import org.physgrad.api.visual.Scene;
import org.physgrad.api.visual.View;
import org.physgrad.api.visual.Visual;

/** Draws fields as disks, the larger the higher the value. */
@Component(factory = Visual.FACTORY + "{{type}}", service = Visual.class)
@Designate(ocd = {{class}}.Config.class)
public final class {{class}} implements Visual {

    /** Parameters of the visual. */
    @ObjectClassDefinition(name = "{{title}}", description = "Fields as disks of different sizes")
    public @interface Config {
        @AttributeDefinition(name = "Colour", description = "Colour of the disks, as in #0969DA")
        String colour() default "#0969DA";
    }

    private final Color colour;

    @Activate
    public {{class}}(Config config) {
        this(config.colour());
    }

    /**
     * Makes the visual.
     *
     * @param colour colour of the disks, as in {@code #0969DA}
     * @throws IllegalArgumentException if it is no colour
     */
    public {{class}}(String colour) {
        if (!colour.matches("#[0-9A-Fa-f]{6}")) {
            throw new IllegalArgumentException("colour is '" + colour + "', expected six hexadecimal digits, as in #0969DA");
        }
        this.colour = Color.decode(colour);
    }

    @Override
    public Optional<String> refuses(Quantity quantity) {
        return quantity instanceof Field ? Optional.empty() : Optional.of("it draws fields only");
    }

    @Override
    public View view() {
        return new DiskView();
    }

    @Override
    public BufferedImage image(Scene scene, int width, int height) {
        refuses(scene.quantity()).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        double scale = scene.appearance().pixelScale();
        BufferedImage image = new BufferedImage(
                (int) Math.round(width * scale), (int) Math.round(height * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        draw(g, scene, width, height);
        g.dispose();
        return image;
    }

    private void draw(Graphics2D g, Scene scene, int width, int height) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(scene.appearance().background());
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        Field field = (Field) scene.quantity();
        int nx = field.grid().nx();
        int ny = field.grid().ny();
        double cell = Math.min((double) width / nx, (double) height / ny);
        double left = 0.5 * (width - cell * nx);
        double top = 0.5 * (height - cell * ny);
        Range range = scene.range().orElse(field.range());
        // A frame beyond the last shows the last.
        float[] heights = field.heights(Math.min(scene.frame(), field.grid().frames() - 1));
        for (int i = 0; i < nx; i++) {
            for (int j = 0; j < ny; j++) {
                // y points up, and a value that is not a number leaves its cell empty.
                double size = cell * share(heights[i * ny + j], range);
                double x = left + cell * (i + 0.5) - 0.5 * size;
                double y = top + cell * (ny - j - 0.5) - 0.5 * size;
                g.setColor(colour);
                g.fill(new Ellipse2D.Double(x, y, size, size));
            }
        }
    }

    private static double share(float value, Range range) {
        double share = range.fraction(value);
        return Double.isNaN(share) ? 0 : Math.max(0, Math.min(1, share));
    }

    /** The same drawing in a window. */
    private final class DiskView implements View {

        private Scene scene;
        private final JPanel panel = new JPanel() {
            private static final long serialVersionUID = 1;

            @Override
            protected void paintComponent(Graphics graphics) {
                super.paintComponent(graphics);
                if (scene != null) {
                    draw((Graphics2D) graphics, scene, getWidth(), getHeight());
                }
            }
        };

        @Override
        public JComponent component() {
            return panel;
        }

        @Override
        public void show(Scene next) {
            scene = next;
            panel.repaint();
        }

        @Override
        public BufferedImage picture() {
            return image(scene, Math.max(1, panel.getWidth()), Math.max(1, panel.getHeight()));
        }
    }
}
