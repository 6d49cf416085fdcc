package org.physgrad.visuals.points;

import java.awt.image.BufferedImage;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.visual.Points;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Scene;
import org.physgrad.api.visual.View;
import org.physgrad.api.visual.Visual;
import org.physgrad.visuals.paint.PaintedView;
import org.physgrad.visuals.paint.Pictures;

/** A batch of single numbers as points over their parameter. */
@Component(factory = Visual.FACTORY + "points", service = Visual.class)
@Designate(ocd = PointsVisual.Config.class)
public final class PointsVisual implements Visual {

    /** Parameters of this visual. */
    @ObjectClassDefinition(name = "Points", description = "Single numbers as points over their parameter")
    public @interface Config {

        @AttributeDefinition(name = "Size", description = "Diameter of a point, in units", min = "1", max = "20")
        double size() default 4;
    }

    private final double size;

    /**
     * Makes the visual from its parameters.
     *
     * @param config the parameters
     */
    @Activate
    public PointsVisual(Config config) {
        this(config.size());
    }

    /**
     * Makes the visual.
     *
     * @param size diameter of a point in units, 1 to 20
     */
    public PointsVisual(double size) {
        if (!(size >= 1 && size <= 20)) {
            throw new IllegalArgumentException("size is " + size + ", expected 1 to 20 units");
        }
        this.size = size;
    }

    @Override
    public Optional<String> refuses(Quantity quantity) {
        return quantity instanceof Points
                ? Optional.empty()
                : Optional.of("points draws single numbers, " + quantity.name() + " is a field");
    }

    @Override
    public View view() {
        return new PaintedView(new PointsPainter(size), "numbers as points over their parameter");
    }

    @Override
    public BufferedImage image(Scene scene, int width, int height) {
        return Pictures.draw(this, new PointsPainter(size), scene, width, height);
    }
}
