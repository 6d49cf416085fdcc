package org.physgrad.visual.jzy3d;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.FieldGrid;
import org.physgrad.api.visual.Scene;
import org.physgrad.api.visual.View;
import org.physgrad.visuals.colour.ColourMap;
import org.physgrad.visuals.colour.Colours;
import org.physgrad.visuals.relief.Camera;
import org.physgrad.visuals.relief.CameraView;
import org.physgrad.visuals.relief.ReliefPainter;

class Jzy3dSurfaceVisualTest {

    private static final int SEED = 5;

    private static final Colours COLOURS = new Colours(ColourMap.viridis, ColourMap.coolwarm);
    private static final Camera CAMERA = Camera.ofDegrees(-37, 34);

    private final Jzy3dSurfaceVisual visual = new Jzy3dSurfaceVisual(COLOURS, CAMERA);

    private static Scene rough(int n) {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        float[] values = new float[n * n];
        for (int k = 0; k < values.length; k++) {
            values[k] = random.nextFloat();
        }
        return Scene.of(Field.of("x0", "K", FieldGrid.still(n, n, 1), values));
    }

    private int[] image(Scene scene) {
        return pixels(visual.image(scene, 300, 240));
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void aViewShowsTheImageUntilItIsTurnedAndKeepsTheTurn() throws Exception {
        ReliefPainter painter = new ReliefPainter(COLOURS, CAMERA, new StagePainter());
        EventQueue.invokeAndWait(() -> {
            View view = new CameraView(painter);
            view.component().setSize(300, 240);
            view.show(rough(16));
            assertArrayEquals(image(rough(16)), pixels(view.picture()), "as the image");
            painter.look(CAMERA.turned(40, 10));
            int[] turned = pixels(view.picture());
            assertFalse(Arrays.equals(image(rough(16)), turned), "turned");
            view.show(rough(32));
            view.show(rough(16));
            assertArrayEquals(turned, pixels(view.picture()), "the turn stays");
        });
    }

    @Test
    void threadsDrawSideBySide() {
        int[] alone = image(rough(24));
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> image(rough(24))))
                .limit(4)
                .toList()
                .forEach(drawn -> assertArrayEquals(alone, drawn.join()));
    }

    /** Jzy3d's own canvas starts one for each picture, and it never ends. */
    @Test
    void leavesNoThreadsBehind() {
        image(rough(8));
        Set<Thread> before = threads();
        for (int k = 0; k < 3; k++) {
            image(rough(8));
        }
        assertEquals(before, threads());
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon())
                .collect(Collectors.toSet());
    }
}
