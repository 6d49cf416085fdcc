package org.physgrad.problem.fluid;

/** A run of which only the present state is kept. Not safe for use by several threads. */
final class Rollout {

    private final FluidStepper stepper;
    private Flow state;
    private Flow spare;

    Rollout(Domain domain, FluidStepper stepper) {
        this.stepper = stepper;
        this.state = Flow.zero(domain.cells());
        this.spare = Flow.zero(domain.cells());
    }

    /** The steps that runs are made of, for those who keep the states themselves. */
    FluidStepper stepper() {
        return stepper;
    }

    /** The present state; overwritten by the next step but one. */
    Flow state() {
        return state;
    }

    /**
     * Starts with a velocity at the centres.
     *
     * @param x velocities, {@code [batch, n, n, 2]} flattened, units per time
     * @param marker markers, {@code [batch, n, n]} flattened
     * @param example the example to run
     */
    void start(double[] x, double[] marker, int example) {
        int cells = state.marker().length;
        stepper.start(x, 2 * example * cells, state);
        System.arraycopy(marker, example * cells, state.marker(), 0, cells);
    }

    /**
     * Starts with a velocity on the faces that is reversed, as the end of another run is to find its way back.
     *
     * @param velocity velocities on lower x and lower y faces, {@code [batch, 2, n, n]} flattened, units per time
     * @param marker markers, {@code [batch, n, n]} flattened
     * @param example the example to run
     */
    void startReversed(double[] velocity, double[] marker, int example) {
        int cells = state.marker().length;
        stepper.forget();
        for (int k = 0; k < cells; k++) {
            state.vx()[k] = -velocity[2 * example * cells + k];
            state.vy()[k] = -velocity[(2 * example + 1) * cells + k];
        }
        System.arraycopy(marker, example * cells, state.marker(), 0, cells);
    }

    /** Makes one step. */
    void advance() {
        stepper.step(state, spare);
        Flow before = state;
        state = spare;
        spare = before;
    }
}
