package org.physgrad.problem.fluid;

/**
 * All states of one run, and the adjoint product along it.
 *
 * @param states the states before the first and after every step
 * @param factors what every step returned for its adjoint
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of arrays, never compared.
record Trajectory(Flow[] states, double[][] factors) {

    /** Runs one example of a batch; see {@link Rollout#start} for the arguments. */
    static Trajectory of(
            FluidStepper stepper, int steps, Domain domain, double[] velocities, double[] markers, int example) {
        int cells = domain.cells();
        Flow[] states = new Flow[steps + 1];
        double[][] factors = new double[steps][];
        states[0] = Flow.zero(cells);
        stepper.start(velocities, 2 * example * cells, states[0]);
        System.arraycopy(markers, example * cells, states[0].marker(), 0, cells);
        for (int step = 0; step < steps; step++) {
            states[step + 1] = Flow.zero(cells);
            factors[step] = stepper.step(states[step], states[step + 1]);
        }
        return new Trajectory(states, factors);
    }

    /** The last state. */
    Flow end() {
        return states[factors.length];
    }

    /**
     * Carries a gradient from the last marker to the initial velocity.
     *
     * @param stepper the steps of the run
     * @param cotangent gradients with respect to the last markers, {@code [batch, n, n]} flattened
     * @param gradient receives the gradients with respect to the initial velocities, {@code [batch, n, n, 2]} flattened
     * @param example the example of the batch that this run is of
     */
    void adjoint(FluidStepper stepper, double[] cotangent, double[] gradient, int example) {
        int cells = end().marker().length;
        Flow carried = Flow.zero(cells);
        System.arraycopy(cotangent, example * cells, carried.marker(), 0, cells);
        for (int step = factors.length - 1; step >= 0; step--) {
            stepper.adjoint(states[step], states[step + 1], factors[step], carried);
        }
        stepper.startAdjoint(carried, gradient, 2 * example * cells);
    }
}
