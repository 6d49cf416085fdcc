package org.physgrad.problem.fluid;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.physgrad.api.RandomStreams;
import org.physgrad.math.SpectralNoise;

/**
 * Draws markers and initial velocities (paper, section 3.4). A marker fills blobs in a random box of half the domain's size; the velocity
 * is a uniform flow that carries the marker to the middle, plus a vortex of random strength, plus small fluctuations.
 */
final class FluidGenerator {

    private static final double SCALE = 10;
    private static final double HALF_BOX = 28;
    private static final double FLUCTUATIONS = 0.1;

    private final Domain domain;
    private final double duration;
    private final Vortex vortex;
    private final SpectralNoise noise;

    FluidGenerator(Domain domain, double duration) {
        this.domain = domain;
        this.duration = duration;
        this.vortex = new Vortex(domain);
        this.noise = new SpectralNoise(domain.resolution(), domain.resolution(), domain.cellSize(), SCALE, 1);
    }

    /** Draws the share of the domain that the markers of one batch fill at most, from 0.05 to 0.15. */
    double fill(RandomStreams random) {
        return 0.05 + 0.1 * random.stream("fill").nextDouble();
    }

    /**
     * Draws one marker: 1 where noise in a box is largest, 0 elsewhere. Only positive noise counts, so the box limits how much is filled.
     *
     * @param random the stream of this example
     * @param fill share of the domain to fill at most
     * @param marker where to write, zero before, {@code [batch, n, n]} flattened
     * @param offset where the example begins in the array
     */
    void drawMarker(RandomGenerator random, double fill, double[] marker, int offset) {
        double x = Domain.SIZE * (0.25 + 0.5 * random.nextDouble());
        double y = Domain.SIZE * (0.25 + 0.5 * random.nextDouble());
        mark(noise.sample(random, 1), x, y, fill, marker, offset);
    }

    /** Marks the cells of the box around (x, y) in which the noise is largest. */
    void mark(double[] values, double x, double y, double fill, double[] marker, int offset) {
        int n = domain.resolution();
        double[] positive = new double[values.length];
        int count = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int cell = i * n + j;
                boolean inside =
                        Math.abs(domain.centre(i) - x) <= HALF_BOX && Math.abs(domain.centre(j) - y) <= HALF_BOX;
                if (inside && values[cell] > 0) {
                    positive[count++] = values[cell];
                } else {
                    values[cell] = 0;
                }
            }
        }
        int wanted = (int) Math.min(count, Math.round(fill * domain.cells()));
        Arrays.sort(positive, 0, count);
        double least = positive[Math.max(0, count - wanted)];
        for (int cell = 0; cell < values.length; cell++) {
            marker[offset + cell] = values[cell] > 0 && values[cell] >= least ? 1 : 0;
        }
    }

    /**
     * Draws one initial velocity.
     *
     * @param random the stream of this example
     * @param marker the markers, {@code [batch, n, n]} flattened
     * @param markerOffset where the example begins in them
     * @param velocity receives the velocities at the centres, {@code [batch, n, n, 2]} flattened, units per time
     * @param offset where the example begins in them
     */
    void drawVelocity(RandomGenerator random, double[] marker, int markerOffset, double[] velocity, int offset) {
        double strength = 4 * random.nextDouble() - 2;
        Vec centre = Vec.centreOfMass(domain, marker, markerOffset);
        vortex.write(strength, Vec.MIDDLE.minus(centre).times(1 / duration), velocity, offset);
        double[] fluctuations = noise.sample(random, 2);
        int cells = domain.cells();
        for (int cell = 0; cell < cells; cell++) {
            velocity[offset + 2 * cell] += FLUCTUATIONS * fluctuations[cell];
            velocity[offset + 2 * cell + 1] += FLUCTUATIONS * fluctuations[cells + cell];
        }
    }
}
