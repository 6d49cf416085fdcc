package org.physgrad.visual.jzy3d;

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

/** Fields as surfaces in an axis box with ruled walls, drawn by Jzy3d in software; in a window they turn with the mouse. Vectors as their lengths. */
@Component(factory = Visual.FACTORY + Jzy3dSurfaceVisual.NAME, service = Visual.class)
@Designate(ocd = Jzy3dSurfaceVisual.Config.class)
public final class Jzy3dSurfaceVisual implements Visual {

    static final String NAME = "jzy3d-surface";

    /** Parameters of this visual. */
    @ObjectClassDefinition(name = "Jzy3d surface", description = "Fields as 3D surfaces before ruled walls, by Jzy3d")
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
    public Jzy3dSurfaceVisual(Config config) {
        this(
                new Colours(config.colours(), config.differences()),
                Camera.ofDegrees(config.azimuth(), config.elevation()));
    }

    Jzy3dSurfaceVisual(Colours colours, Camera camera) {
        this.colours = colours;
        this.camera = camera;
    }

    @Override
    public Optional<String> refuses(Quantity quantity) {
        return Relief.refuses(quantity, NAME);
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
        return new ReliefPainter(colours, camera, new StagePainter());
    }
}
