package org.physgrad.visuals.image;

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
import org.physgrad.visuals.paint.PaintedView;
import org.physgrad.visuals.paint.Pictures;

/** Fields as images: a colour for each value, with axes and a colour bar; vectors as their lengths, with arrows over them. */
@Component(factory = Visual.FACTORY + "image", service = Visual.class)
@Designate(ocd = ImageVisual.Config.class)
public final class ImageVisual implements Visual {

    /** Parameters of this visual. */
    @ObjectClassDefinition(name = "Image", description = "Fields as images with colour bar and arrows")
    public @interface Config {

        @AttributeDefinition(name = "Colours", description = "Colour map of values and lengths")
        ColourMap colours() default ColourMap.viridis;

        @AttributeDefinition(name = "Colours of differences", description = "Colour map of values about zero")
        ColourMap differences() default ColourMap.coolwarm;

        @AttributeDefinition(
                name = "Arrows",
                description = "Arrows along the longer side of a vector field; 0 for none",
                min = "0",
                max = "64")
        int arrows() default 16;
    }

    private final Colours colours;
    private final int arrows;

    /**
     * Makes the visual from its parameters.
     *
     * @param config the parameters
     */
    @Activate
    public ImageVisual(Config config) {
        this(new Colours(config.colours(), config.differences()), config.arrows());
    }

    /**
     * Makes the visual.
     *
     * @param colours which map colours what
     * @param arrows number of arrows along the longer side of a vector field, 0 to 64
     */
    public ImageVisual(Colours colours, int arrows) {
        if (arrows < 0 || arrows > 64) {
            throw new IllegalArgumentException("arrows is " + arrows + ", expected 0 to 64");
        }
        this.colours = colours;
        this.arrows = arrows;
    }

    @Override
    public Optional<String> refuses(Quantity quantity) {
        return quantity instanceof Field
                ? Optional.empty()
                : Optional.of("image draws fields on a grid, " + quantity.name() + " is a set of points");
    }

    @Override
    public View view() {
        return new PaintedView(new ImagePainter(colours, arrows), "field as an image with a colour bar");
    }

    @Override
    public BufferedImage image(Scene scene, int width, int height) {
        return Pictures.draw(this, new ImagePainter(colours, arrows), scene, width, height);
    }
}
