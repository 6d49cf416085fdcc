package org.physgrad.visuals.surface;

import java.awt.image.BufferedImage;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Scene;
import org.physgrad.api.visual.View;
import org.physgrad.api.visual.Visual;
import org.physgrad.visuals.colour.ColourMap;
import org.physgrad.visuals.colour.Colours;
import org.physgrad.visuals.paint.Pictures;

/** Fields as surfaces over their grid, in colours, with axes; in a window they turn with the mouse. Vectors as their lengths. */
@Component(factory = Visual.FACTORY + "surface", service = Visual.class)
@Designate(ocd = SurfaceVisual.Config.class)
public final class SurfaceVisual implements Visual {

    /** Parameters of this visual. */
    @ObjectClassDefinition(name = "Surface", description = "Fields as 3D surfaces that turn with the mouse")
    public @interface Config {

        @AttributeDefinition(name = "Colours", description = "Colour map of values and lengths")
        ColourMap colours() default ColourMap.viridis;

        @AttributeDefinition(name = "Colours of differences", description = "Colour map of values about zero")
        ColourMap differences() default ColourMap.coolwarm;

        @AttributeDefinition(
                name = "Azimuth",
                description = "Angle about the upright axis at the start, in degrees",
                min = "-180",
                max = "180")
        double azimuth() default -37;

        @AttributeDefinition(
                name = "Elevation",
                description = "Angle above the ground at the start, in degrees",
                min = "-90",
                max = "90")
        double elevation() default 34;
    }

    private final Colours colours;
    private final Camera camera;

    /**
     * Makes the visual from its parameters.
     *
     * @param config the parameters
     */
    @Activate
    public SurfaceVisual(Config config) {
        this(new Colours(config.colours(), config.differences()), config.azimuth(), config.elevation());
    }

    /**
     * Makes the visual.
     *
     * @param colours which map colours what
     * @param azimuth angle about the upright axis at the start, in degrees, -180 to 180
     * @param elevation angle above the ground at the start, in degrees, -90 to 90
     */
    public SurfaceVisual(Colours colours, double azimuth, double elevation) {
        if (!(Math.abs(azimuth) <= 180 && Math.abs(elevation) <= 90)) {
            throw new IllegalArgumentException("azimuth " + azimuth + " and elevation " + elevation
                    + ", expected -180 to 180 and -90 to 90 degrees");
        }
        this.colours = colours;
        this.camera = new Camera(Math.toRadians(azimuth), Math.toRadians(elevation), 1);
    }

    @Override
    public Optional<String> refuses(Quantity quantity) {
        if (!(quantity instanceof Field field)) {
            return Optional.of("surface draws fields on a grid, " + quantity.name() + " is a set of points");
        }
        return field.grid().nx() > 1 && field.grid().ny() > 1
                ? Optional.empty()
                : Optional.of("a surface needs at least 2 x 2 cells, " + field + " has fewer");
    }

    @Override
    public View view() {
        return new SurfaceView(new SurfacePainter(colours, camera));
    }

    @Override
    public BufferedImage image(Scene scene, int width, int height) {
        return Pictures.draw(this, new SurfacePainter(colours, camera), scene, width, height);
    }
}
