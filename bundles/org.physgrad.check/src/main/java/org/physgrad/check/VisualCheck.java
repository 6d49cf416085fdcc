package org.physgrad.check;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.physgrad.api.visual.Appearance;
import org.physgrad.api.visual.Axis;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.FieldGrid;
import org.physgrad.api.visual.Points;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Scene;
import org.physgrad.api.visual.Visual;

/** Checks the contract of visuals by the images that they draw, without a display. */
public final class VisualCheck {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;

    private final Visual visual;
    private final Clauses clauses = new Clauses();

    private VisualCheck(Visual visual) {
        this.visual = visual;
    }

    /**
     * Draws quantities of all sorts and looks at the images.
     *
     * @param visual the visual
     * @return the clauses of the contract
     */
    public static List<Clause> run(Visual visual) {
        VisualCheck check = new VisualCheck(visual);
        int drawn = 0;
        for (Quantity quantity : quantities()) {
            Optional<Boolean> refused = check.clauses.attempt(
                    "says whether it draws " + quantity.name(),
                    () -> visual.refuses(quantity).isPresent());
            if (refused.isPresent() && !refused.get()) {
                drawn++;
                check.draw(quantity);
            } else if (refused.isPresent()) {
                check.refuse(quantity);
            }
        }
        int count = drawn;
        check.clauses.add("draws something", count > 0, () -> "it refuses scalars, vectors, films and points alike");
        return check.clauses.list();
    }

    private void draw(Quantity quantity) {
        String name = quantity.name();
        Scene scene = Scene.of(quantity);
        clauses.attempt("draws " + name, () -> visual.image(scene, WIDTH, HEIGHT))
                .ifPresent(image -> {
                    clauses.add(
                            "the image of " + name + " has the size that was asked for",
                            image.getWidth() == WIDTH && image.getHeight() == HEIGHT,
                            () -> "it is " + size(image) + ", expected " + WIDTH + " x " + HEIGHT);
                    clauses.add(
                            "the image of " + name + " is not empty",
                            Arrays.stream(pixels(image)).distinct().count() > 1,
                            () -> "all its pixels are alike");
                    clauses.attempt("draws " + name + " again", () -> visual.image(scene, WIDTH, HEIGHT))
                            .ifPresent(again -> clauses.add(
                                    "the same scene of " + name + " gives the same image",
                                    Arrays.equals(pixels(image), pixels(again)),
                                    () -> "two images differ"));
                });
        clauses.attempt(
                        "draws " + name + " in the dark, with twice the pixels and in the last frame",
                        () -> visual.image(
                                scene.withAppearance(Appearance.DARK.withPixelScale(2))
                                        .withFrame(99),
                                WIDTH,
                                HEIGHT))
                .ifPresent(image -> {
                    clauses.add(
                            "the image of " + name + " follows the pixel scale",
                            image.getWidth() == 2 * WIDTH && image.getHeight() == 2 * HEIGHT,
                            () -> "it is " + size(image) + ", expected " + 2 * WIDTH + " x " + 2 * HEIGHT);
                    clauses.note(
                            "the image of " + name + " has the background that was asked for",
                            (image.getRGB(0, 0) & 0xFFFFFF)
                                    == (Appearance.DARK.background().getRGB() & 0xFFFFFF),
                            () -> "its corner has another colour");
                });
    }

    private void refuse(Quantity quantity) {
        boolean thrown = false;
        try {
            visual.image(Scene.of(quantity), WIDTH, HEIGHT);
        } catch (IllegalArgumentException e) {
            thrown = true;
        }
        clauses.add(
                "what it refuses, " + quantity.name() + ", it does not draw",
                thrown,
                () -> "image() threw no IllegalArgumentException");
    }

    private static List<Quantity> quantities() {
        FieldGrid still = FieldGrid.still(12, 9, 1);
        float[] holes = wave(still);
        holes[5] = Float.NaN;
        FieldGrid vectors = FieldGrid.still(12, 9, 2);
        FieldGrid film = still.withFrames(3, Axis.index("t"));
        return List.of(
                Field.of("a scalar field", "K", still, wave(still)),
                Field.of("a difference", "K", still, wave(still)).asDifference(),
                Field.of("a field of one value", "K", still, new float[still.size()]),
                Field.of("a field with holes", "K", still, holes),
                Field.of("a vector field", "m/s", vectors, wave(vectors)),
                Field.of("a film", "K", film, wave(film)),
                Points.of("points", "", "a", new float[] {0, 1, 2, 3}, new float[] {0.1f, -0.4f, 0.9f, 0.2f}));
    }

    private static float[] wave(FieldGrid grid) {
        float[] values = new float[grid.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(0.3 * i);
        }
        return values;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static String size(BufferedImage image) {
        return image.getWidth() + " x " + image.getHeight();
    }
}
