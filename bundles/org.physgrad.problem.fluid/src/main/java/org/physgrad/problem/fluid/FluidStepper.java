package org.physgrad.problem.fluid;

/**
 * One time step of the inviscid fluid, and its adjoint (paper, section 3.4): velocity moved by itself, made free of divergence, given back
 * its energy; marker moved by the new velocity. Holds work arrays for one run at a time: not safe for use by several threads.
 */
final class FluidStepper {

    private final StaggeredGrid grid;
    private final double cellsPerUnit;
    private final MacCormack advection;
    private final Projection projection;
    private final EnergyNormalisation normalisation;
    private final double[] shiftX;
    private final double[] shiftY;
    private final double[] work;
    private final double[] fieldGradient;
    private final double[] shiftXGradient;
    private final double[] shiftYGradient;
    private final Flow gradient;

    /**
     * Prepares steps.
     *
     * @param domain the domain
     * @param timeStep duration of a step
     * @param projection how the velocity is made free of divergence; used by this object alone
     * @param normalisation which energy is given back
     */
    FluidStepper(Domain domain, double timeStep, Projection projection, EnergyNormalisation normalisation) {
        int cells = domain.cells();
        this.grid = new StaggeredGrid(domain.resolution());
        this.cellsPerUnit = timeStep / domain.cellSize();
        this.advection = new MacCormack(domain.resolution());
        this.projection = projection;
        this.normalisation = normalisation;
        this.shiftX = new double[cells];
        this.shiftY = new double[cells];
        this.work = new double[cells];
        this.fieldGradient = new double[cells];
        this.shiftXGradient = new double[cells];
        this.shiftYGradient = new double[cells];
        this.gradient = Flow.zero(cells);
    }

    /** Tells that what follows is another run. */
    void forget() {
        projection.reset();
    }

    /**
     * Starts a run: carries a velocity from the centres to the faces and makes it free of divergence.
     *
     * @param x velocities at centres, {@code [batch, n, n, 2]} flattened, units per time
     * @param offset where the example begins in the array
     * @param flow receives the velocity on the faces
     */
    void start(double[] x, int offset, Flow flow) {
        forget();
        for (int k = 0; k < work.length; k++) {
            shiftX[k] = x[offset + 2 * k];
            shiftY[k] = x[offset + 2 * k + 1];
        }
        grid.averageX(shiftX, StaggeredGrid.DOWN, flow.vx());
        grid.averageY(shiftY, StaggeredGrid.DOWN, flow.vy());
        projection.project(flow.vx(), flow.vy());
    }

    /**
     * The adjoint of {@link #start}.
     *
     * @param cotangent gradient with respect to the velocity on the faces; changed
     * @param x receives the gradient with respect to the velocity at the centres, {@code [batch, n, n, 2]} flattened
     * @param offset where the example begins in the array
     */
    void startAdjoint(Flow cotangent, double[] x, int offset) {
        projection.projectGradient(cotangent.vx(), cotangent.vy());
        grid.averageX(cotangent.vx(), StaggeredGrid.UP, shiftX);
        grid.averageY(cotangent.vy(), StaggeredGrid.UP, shiftY);
        for (int k = 0; k < work.length; k++) {
            x[offset + 2 * k] = shiftX[k];
            x[offset + 2 * k + 1] = shiftY[k];
        }
    }

    /**
     * Makes one step.
     *
     * @param from the state before
     * @param to receives the state after; must be another one
     * @return the factors by which the energy was given back, as the adjoint needs them
     */
    double[] step(Flow from, Flow to) {
        advectVelocity(from, to);
        projection.project(to.vx(), to.vy());
        double[] factors = normalisation.restore(from, to);
        advectMarker(from.marker(), to, to.marker());
        return factors;
    }

    /** Moves a velocity by itself. */
    void advectVelocity(Flow from, Flow to) {
        shiftsOnXFaces(from);
        advection.advect(from.vx(), shiftX, shiftY, to.vx());
        shiftsOnYFaces(from);
        advection.advect(from.vy(), shiftX, shiftY, to.vy());
    }

    /** Moves a field at the centres by a velocity. */
    void advectMarker(double[] marker, Flow velocity, double[] result) {
        shiftsAtCentres(velocity);
        advection.advect(marker, shiftX, shiftY, result);
    }

    private void shiftsOnXFaces(Flow flow) {
        scale(flow.vx(), shiftX);
        grid.averageX(flow.vy(), StaggeredGrid.DOWN, work);
        grid.averageY(work, StaggeredGrid.UP, shiftY);
        scale(shiftY, shiftY);
    }

    private void shiftsOnYFaces(Flow flow) {
        scale(flow.vy(), shiftY);
        grid.averageY(flow.vx(), StaggeredGrid.DOWN, work);
        grid.averageX(work, StaggeredGrid.UP, shiftX);
        scale(shiftX, shiftX);
    }

    private void shiftsAtCentres(Flow flow) {
        grid.averageX(flow.vx(), StaggeredGrid.UP, shiftX);
        grid.averageY(flow.vy(), StaggeredGrid.UP, shiftY);
        scale(shiftX, shiftX);
        scale(shiftY, shiftY);
    }

    /** From units per time to cells per step. */
    private void scale(double[] velocity, double[] shift) {
        for (int k = 0; k < shift.length; k++) {
            shift[k] = cellsPerUnit * velocity[k];
        }
    }

    /**
     * The adjoint of {@link #step}.
     *
     * @param from the state before
     * @param to the state after
     * @param factors what the step returned
     * @param cotangent gradient with respect to the state after, which becomes that with respect to the state before
     */
    void adjoint(Flow from, Flow to, double[] factors, Flow cotangent) {
        advectMarkerAdjoint(from.marker(), to, cotangent);
        normalisation.adjoint(from, to, factors, cotangent, gradient);
        projection.projectGradient(cotangent.vx(), cotangent.vy());
        advectVelocityAdjoint(from, cotangent);
        copy(gradient.vx(), cotangent.vx());
        copy(gradient.vy(), cotangent.vy());
    }

    private void advectMarkerAdjoint(double[] marker, Flow velocity, Flow cotangent) {
        shiftsAtCentres(velocity);
        advectionAdjoint(marker, cotangent.marker());
        copy(fieldGradient, cotangent.marker());
        grid.averageX(shiftXGradient, StaggeredGrid.DOWN, work);
        add(work, cotangent.vx());
        grid.averageY(shiftYGradient, StaggeredGrid.DOWN, work);
        add(work, cotangent.vy());
    }

    /** Adds the gradient with respect to the velocity before the step. */
    private void advectVelocityAdjoint(Flow from, Flow cotangent) {
        shiftsOnXFaces(from);
        advectionAdjoint(from.vx(), cotangent.vx());
        add(fieldGradient, gradient.vx());
        add(shiftXGradient, gradient.vx());
        grid.averageY(shiftYGradient, StaggeredGrid.DOWN, work);
        grid.averageX(work, StaggeredGrid.UP, shiftYGradient);
        add(shiftYGradient, gradient.vy());

        shiftsOnYFaces(from);
        advectionAdjoint(from.vy(), cotangent.vy());
        add(fieldGradient, gradient.vy());
        add(shiftYGradient, gradient.vy());
        grid.averageX(shiftXGradient, StaggeredGrid.DOWN, work);
        grid.averageY(work, StaggeredGrid.UP, shiftXGradient);
        add(shiftXGradient, gradient.vx());
    }

    /** Leaves the gradients with respect to the velocities that made the shifts in the arrays of the shifts' gradients. */
    private void advectionAdjoint(double[] field, double[] cotangent) {
        advection.adjoint(field, shiftX, shiftY, cotangent, fieldGradient, shiftXGradient, shiftYGradient);
        scale(shiftXGradient, shiftXGradient);
        scale(shiftYGradient, shiftYGradient);
    }

    private static void add(double[] summand, double[] sum) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += summand[k];
        }
    }

    private static void copy(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }

    /** Carries a velocity from the faces to the centres. */
    void centre(Flow flow, double[] vx, double[] vy) {
        grid.averageX(flow.vx(), StaggeredGrid.UP, vx);
        grid.averageY(flow.vy(), StaggeredGrid.UP, vy);
    }
}
