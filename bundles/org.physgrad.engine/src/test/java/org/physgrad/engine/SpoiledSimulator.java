package org.physgrad.engine;

import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Context;
import org.physgrad.api.Problem;
import org.physgrad.api.Simulator;

/** A simulator whose effects are spoiled before anybody sees them. */
public record SpoiledSimulator(Simulator sound, UnaryOperator<INDArray> spoil) implements Simulator {

    /** The same problem with such a simulator. */
    public static Problem in(Problem problem, UnaryOperator<INDArray> spoil) {
        Simulator simulator = new SpoiledSimulator(problem.simulator(), spoil);
        return (Problem) Proxy.newProxyInstance(
                Problem.class.getClassLoader(),
                new Class<?>[] {Problem.class},
                (proxy, method, arguments) ->
                        method.getName().equals("simulator") ? simulator : method.invoke(problem, arguments));
    }

    @Override
    public long[] causeShape() {
        return sound.causeShape();
    }

    @Override
    public long[] effectShape() {
        return sound.effectShape();
    }

    @Override
    public INDArray simulate(INDArray x, Context context) {
        return spoil.apply(sound.simulate(x, context));
    }

    @Override
    public INDArray adjoint(INDArray x, INDArray cotangent, Context context) {
        return sound.adjoint(x, cotangent, context);
    }
}
