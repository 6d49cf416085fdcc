package org.physgrad.problem.fluid;

import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.physgrad.api.Evolution;
import org.physgrad.math.Values;

/** Marker and velocity at the centres of the cells, before the first and after every step of a batch. */
final class FluidEvolution {

    private final int cells;
    private final int frames;
    private final double[] markers;
    private final double[] velocities;

    FluidEvolution(int size, int steps, int cells) {
        this.cells = cells;
        this.frames = steps + 1;
        this.markers = new double[size * frames * cells];
        this.velocities = new double[2 * markers.length];
    }

    /** Runs one example and notes every state. Examples may be noted by several threads at once. */
    void record(Rollout rollout, StaggeredGrid grid, int example) {
        for (int frame = 0; frame < frames; frame++) {
            if (frame > 0) {
                rollout.advance();
            }
            note(rollout.state(), grid, (example * frames + frame) * cells);
        }
    }

    private void note(Flow state, StaggeredGrid grid, int offset) {
        System.arraycopy(state.marker(), 0, markers, offset, cells);
        double[] vx = new double[cells];
        double[] vy = new double[cells];
        grid.averageX(state.vx(), StaggeredGrid.UP, vx);
        grid.averageY(state.vy(), StaggeredGrid.UP, vy);
        for (int k = 0; k < cells; k++) {
            velocities[2 * (offset + k)] = vx[k];
            velocities[2 * (offset + k) + 1] = vy[k];
        }
    }

    Evolution toEvolution(double step, int n) {
        int size = markers.length / (frames * cells);
        return new Evolution(
                step,
                Map.of(
                        "marker", Values.array(markers, DataType.DOUBLE, size, frames, n, n),
                        "velocity", Values.array(velocities, DataType.DOUBLE, size, frames, n, n, 2)));
    }
}
