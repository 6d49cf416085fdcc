package org.physgrad.visuals.surface;

import java.awt.image.BufferedImage;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Scene;
import org.physgrad.api.visual.View;
import org.physgrad.api.visual.Visual;
import org.physgrad.visuals.colour.ColourMap;
import org.physgrad.visuals.colour.Colours;
import org.physgrad.visuals.paint.Pictures;
import org.physgrad.visuals.relief.Camera;
import org.physgrad.visuals.relief.CameraView;
import org.physgrad.visuals.relief.Relief;
import org.physgrad.visuals.relief.ReliefPainter;

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
        this.colours = colours;
        this.camera = Camera.ofDegrees(azimuth, elevation);
    }

    @Override
    public Optional<String> refuses(Quantity quantity) {
        return Relief.refuses(quantity, "surface");
    }

    @Override
    public View view() {
        return new CameraView(painter());
    }

    @Override
    public BufferedImage image(Scene scene, int width, int height) {
        return Pictures.draw(this, painter(), scene, width, height);
    }

    private ReliefPainter painter() {
        return new ReliefPainter(colours, camera, new SurfacePainter());
    }
}
