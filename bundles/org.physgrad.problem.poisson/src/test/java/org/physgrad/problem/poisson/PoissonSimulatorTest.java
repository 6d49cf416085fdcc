package org.physgrad.problem.poisson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.Batch;
import org.physgrad.api.Context;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Simulator;
import org.physgrad.math.PhiloxStreams;
import org.physgrad.math.Values;
import org.physgrad.solvers.GradientDescent;

class PoissonSimulatorTest {

    @ParameterizedTest
    @CsvSource({"64, 64", "80, 60"})
    void directSolutionIsThatOfTheReference(int nx, int ny) {
        INDArray y = direct(nx, ny).simulator().simulate(load(nx, ny, "x"), Context.EMPTY);
        assertEquals(0, Reference.relativeError(load(nx, ny, "y_direct"), y), 1e-12);
    }

    /** The reference stops at the same residual, so the two share even their error. */
    @ParameterizedTest
    @CsvSource({"64, 64", "80, 60"})
    void conjugateGradientsStopWhereTheReferenceStops(int nx, int ny) {
        PoissonProblem problem = new PoissonProblem(nx, ny, PoissonProblem.Method.cg, 1e-5);
        INDArray x = load(nx, ny, "x");
        INDArray y = problem.simulator().simulate(x, Context.EMPTY);
        INDArray residual = laplace(problem.simulator(), y).sub(x);
        assertTrue(residual.norm2Number().doubleValue()
                <= 1.000001e-5 * x.norm2Number().doubleValue());
        assertEquals(0, Reference.relativeError(load(nx, ny, "y_phi_cg1e-5"), y), 1e-7);
        assertEquals(0, Reference.relativeError(load(nx, ny, "y_direct"), y), 2e-5);
    }

    @ParameterizedTest
    @CsvSource({"64, 64", "80, 60"})
    void laplacianIsThatOfTheReference(int nx, int ny) {
        PoissonSimulator simulator = (PoissonSimulator) direct(nx, ny).simulator();
        INDArray image = laplace(simulator, load(nx, ny, "x"));
        assertEquals(0, Reference.relativeError(load(nx, ny, "lap_of_x"), image), 1e-13);
    }

    @ParameterizedTest
    @CsvSource({"64, 64", "80, 60"})
    void gradientAtHalfTheCauseIsThatOfTheReference(int nx, int ny) {
        PoissonProblem problem = direct(nx, ny);
        InverseTask task =
                InverseTask.of(problem, new Batch(load(nx, ny, "y_direct"), Context.EMPTY, Optional.empty()));
        INDArray half = load(nx, ny, "x").mul(0.5);
        INDArray y = problem.simulator().simulate(half, Context.EMPTY);
        INDArray gradient =
                half.sub(new GradientDescent(1, 1, 0).solve(task, half, y).x());
        assertEquals(0, Reference.relativeError(load(nx, ny, "gd_gradient_at_half_x"), gradient), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"direct, 5, 8", "direct, 33, 20", "cg, 12, 9"})
    void mapsAndAdjointAgree(PoissonProblem.Method method, int nx, int ny) {
        Simulator simulator = new PoissonProblem(nx, ny, method, 1e-12).simulator();
        INDArray x = gaussian(41, 3, nx, ny);
        INDArray w = gaussian(42, 3, nx, ny);
        double forward = simulator.simulate(x, Context.EMPTY).mul(w).sumNumber().doubleValue();
        double backward =
                simulator.adjoint(x, w, Context.EMPTY).mul(x).sumNumber().doubleValue();
        assertEquals(forward, backward, 1e-9 * Math.abs(forward));
    }

    @Test
    void solvesGridsWithTransposedAndFloatArrays() {
        PoissonSimulator simulator = (PoissonSimulator) direct(6, 4).simulator();
        INDArray x = gaussian(43, 2, 4, 6).permute(0, 2, 1);
        INDArray back = laplace(simulator, simulator.simulate(x, Context.EMPTY));
        assertEquals(0, Reference.relativeError(x, back), 1e-13);
        INDArray single = laplace(simulator, simulator.simulate(x.castTo(DataType.FLOAT), Context.EMPTY));
        assertEquals(0, Reference.relativeError(x, single), 1e-6);
    }

    @Test
    void tellsThatTheToleranceIsNotReached() {
        Simulator simulator = new PoissonProblem(400, 400, PoissonProblem.Method.cg, 1e-15).simulator();
        INDArray x = gaussian(44, 1, 400, 400);
        String message = assertThrows(ArithmeticException.class, () -> simulator.simulate(x, Context.EMPTY))
                .getMessage();
        assertTrue(message.contains("use method direct"), message);
    }

    @ParameterizedTest
    @CsvSource({"direct", "cg"})
    void anUndefinedExampleLeavesTheOthersAlone(PoissonProblem.Method method) {
        Simulator simulator = new PoissonProblem(16, 12, method, 1e-8).simulator();
        INDArray x = gaussian(45, 2, 16, 12);
        INDArray expected = simulator.simulate(x, Context.EMPTY);
        x.putScalar(0, 3, 5, Double.NaN);
        assertEquals(expected.slice(1), simulator.simulate(x, Context.EMPTY).slice(1));
    }

    @Test
    void refusesOtherShapesAndNamesBoth() {
        Simulator simulator = direct(80, 60).simulator();
        INDArray wrong = Nd4j.zeros(DataType.DOUBLE, 2, 60, 80);
        String message = assertThrows(IllegalArgumentException.class, () -> simulator.simulate(wrong, Context.EMPTY))
                .getMessage();
        assertTrue(message.contains("[2, 60, 80]") && message.contains("[batch, 80, 60]"), message);
    }

    private static PoissonProblem direct(int nx, int ny) {
        return new PoissonProblem(nx, ny, PoissonProblem.Method.direct, 1e-5);
    }

    private static INDArray load(int nx, int ny, String name) {
        return Reference.load("poisson_" + nx + "x" + ny + "_" + name);
    }

    private static INDArray gaussian(long seed, int size, int nx, int ny) {
        System.out.println("seed " + seed);
        double[] values = new double[size * nx * ny];
        var random = new PhiloxStreams(seed, 0).stream("gaussian");
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return Values.array(values, DataType.DOUBLE, size, nx, ny);
    }

    /** Computes the source of a potential. */
    private static INDArray laplace(Simulator simulator, INDArray y) {
        Laplacian laplacian = ((PoissonSimulator) simulator).laplacian();
        int cells = laplacian.cells();
        double[] potentials = Values.of(y);
        double[] sources = new double[potentials.length];
        for (int start = 0; start < potentials.length; start += cells) {
            double[] source = new double[cells];
            laplacian.apply(Arrays.copyOfRange(potentials, start, start + cells), source);
            System.arraycopy(source, 0, sources, start, cells);
        }
        return Values.array(sources, DataType.DOUBLE, y.shape());
    }
}
