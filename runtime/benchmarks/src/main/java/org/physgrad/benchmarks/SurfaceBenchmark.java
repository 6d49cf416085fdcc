package org.physgrad.benchmarks;

import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.FieldGrid;
import org.physgrad.api.visual.Scene;
import org.physgrad.api.visual.View;
import org.physgrad.api.visual.Visual;
import org.physgrad.engine.catalog.ClassPathCatalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;

/**
 * What a live surface costs the event thread: another field of 256 by 256 values, seen at once, at the size that it has in the window. JMH tells wall time; the
 * processor time, which does not depend on what else the machine does, is printed beside it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class SurfaceBenchmark {

    private static final int SIDE = 256;
    private static final int WIDTH = 600;
    private static final int HEIGHT = 400;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Scene> scenes =
            DoubleStream.of(1, 2, 3).mapToObj(SurfaceBenchmark::waves).toList();
    private Part<Visual> visual;
    private View view;
    private int frames;
    private long begin;

    /** Opens the surface. */
    @Setup
    public void open() {
        visual = ClassPathCatalog.of(SurfaceBenchmark.class.getClassLoader()).create(Kind.VISUAL, "surface", Map.of());
        view = visual.get().view();
        view.component().setSize(WIDTH, HEIGHT);
    }

    /** Begins to count. */
    @Setup(Level.Iteration)
    public void begin() {
        frames = 0;
        begin = THREADS.getCurrentThreadCpuTime();
    }

    /** Tells the processor time. */
    @TearDown(Level.Iteration)
    public void tell() {
        System.out.printf(
                Locale.ROOT,
                "%.2f ms of processor time; wall ",
                (THREADS.getCurrentThreadCpuTime() - begin) / 1e6 / frames);
    }

    /** Closes the surface. */
    @TearDown
    public void close() {
        visual.close();
    }

    /** Replaces the field and draws it. */
    @Benchmark
    public BufferedImage replaceAndDraw() {
        view.show(scenes.get(frames++ % scenes.size()));
        return view.picture();
    }

    private static Scene waves(double phase) {
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < SIDE; i++) {
            for (int j = 0; j < SIDE; j++) {
                values[i * SIDE + j] =
                        (float) (Math.sin(0.05 * i + phase) * Math.cos(0.07 * j) + 0.2 * Math.sin(0.3 * j));
            }
        }
        return Scene.of(Field.of("x0", "", FieldGrid.still(SIDE, SIDE, 1), values));
    }
}
