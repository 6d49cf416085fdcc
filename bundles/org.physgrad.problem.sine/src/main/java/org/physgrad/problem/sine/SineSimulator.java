package org.physgrad.problem.sine;

import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Context;
import org.physgrad.api.SecondDerivative;
import org.physgrad.api.Simulator;
import org.physgrad.math.Shapes;
import org.physgrad.math.Values;

/**
 * P(x) = sin(a / x) of one number x, {@code [batch]}, with the context {@code a}, {@code [batch]} (paper, section 3.1). With s = sin(a / x) and
 * c = cos(a / x), P' = -a c / x^2 and P'' = 2 a c / x^3 - a^2 s / x^4. At x = 0, where P has no limit, the value and all derivatives are
 * defined as 0. Float64.
 */
public final class SineSimulator implements Simulator {

    /** Name of the context array a. */
    public static final String PARAMETER = "a";

    /** A function of a and x, other than zero, and of the cotangent of an example. */
    private interface Term {
        double at(double a, double x, double cotangent);
    }

    @Override
    public long[] causeShape() {
        return new long[0];
    }

    @Override
    public long[] effectShape() {
        return new long[0];
    }

    @Override
    public Map<String, long[]> contextShapes() {
        return Map.of(PARAMETER, new long[0]);
    }

    @Override
    public INDArray simulate(INDArray x, Context context) {
        return evaluate(x, x, context, (a, at, unused) -> Math.sin(a / at));
    }

    @Override
    public INDArray adjoint(INDArray x, INDArray cotangent, Context context) {
        return evaluate(x, cotangent, context, (a, at, weight) -> -weight * a * Math.cos(a / at) / (at * at));
    }

    @Override
    public Optional<SecondDerivative> secondDerivative() {
        return Optional.of((x, cotangent, context) -> {
            double[] seconds = values(x, cotangent, context, SineSimulator::second);
            return Values.array(seconds, DataType.DOUBLE, seconds.length, 1, 1);
        });
    }

    private static double second(double a, double x, double weight) {
        double ratio = a / x;
        return weight * ratio * (2 * Math.cos(ratio) - ratio * Math.sin(ratio)) / (x * x);
    }

    private static INDArray evaluate(INDArray x, INDArray cotangent, Context context, Term term) {
        double[] values = values(x, cotangent, context, term);
        return Values.array(values, DataType.DOUBLE, values.length);
    }

    private static double[] values(INDArray x, INDArray cotangent, Context context, Term term) {
        int size = Shapes.requireBatch("x", x);
        Shapes.requireBatch("the cotangent", cotangent);
        Shapes.requireSize("the cotangent", cotangent, size);
        double[] parameter = parameter(context, size);
        double[] at = Values.of(x);
        double[] weight = Values.of(cotangent);
        double[] result = new double[size];
        for (int i = 0; i < size; i++) {
            result[i] = at[i] == 0 ? 0 : term.at(parameter[i], at[i], weight[i]);
        }
        return result;
    }

    /** Reads the parameters a of a batch. */
    static double[] parameter(Context context, int size) {
        INDArray parameter = context.get(PARAMETER);
        Shapes.requireBatch("the context array a", parameter);
        Shapes.requireSize("the context array a", parameter, size);
        return Values.of(parameter);
    }
}
