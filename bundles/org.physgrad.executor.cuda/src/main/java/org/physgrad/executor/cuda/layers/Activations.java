package org.physgrad.executor.cuda.layers;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationMish;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.physgrad.executor.cuda.device.Grid;
import org.physgrad.executor.cuda.device.Kernel;
import org.physgrad.executor.cuda.plan.CudaPlanBuilder;
import org.physgrad.executor.cuda.plan.CudaTensor;
import org.physgrad.executor.graph.Relus;
import org.physgrad.executor.graph.Vertex;

/** DL4J's activation functions as expressions of CUDA C. */
final class Activations {

    /**
     * One function.
     *
     * @param value the function of x with a constant a
     * @param derivative its derivative
     * @param constant the constant of a layer's setting
     */
    private record Formula(String value, String derivative, ToDoubleFunction<IActivation> constant) {

        Formula(String value, String derivative) {
            this(value, derivative, activation -> 0);
        }
    }

    private static final Map<Class<? extends IActivation>, Formula> KNOWN = Map.ofEntries(
            Map.entry(
                    ActivationReLU.class,
                    new Formula("x>0?x:a*x", "x>0?1:a", activation -> slope((ActivationReLU) activation))),
            Map.entry(
                    ActivationLReLU.class,
                    new Formula("x>0?x:a*x", "x>0?1:a", activation -> ((ActivationLReLU) activation).getAlpha())),
            Map.entry(
                    ActivationELU.class,
                    new Formula(
                            "x>0?x:a*expm1f(x)",
                            "x>0?1:a*expf(x)",
                            activation -> ((ActivationELU) activation).getAlpha())),
            Map.entry(ActivationTanH.class, new Formula("tanhf(x)", "1-tanhf(x)*tanhf(x)")),
            Map.entry(ActivationSigmoid.class, new Formula("sigmoid(x)", "sigmoid(x)*(1-sigmoid(x))")),
            Map.entry(ActivationSoftPlus.class, new Formula("softplus(x)", "sigmoid(x)")),
            Map.entry(ActivationSwish.class, new Formula("x*sigmoid(x)", "sigmoid(x)*(1+x*(1-sigmoid(x)))")),
            Map.entry(
                    ActivationMish.class,
                    new Formula(
                            "x*tanhf(softplus(x))",
                            "tanhf(softplus(x))+x*sigmoid(x)*(1-tanhf(softplus(x))*tanhf(softplus(x)))")),
            Map.entry(ActivationReLU6.class, new Formula("fminf(fmaxf(x,0),6)", "x>0&&x<6?1:0")),
            Map.entry(
                    ActivationHardSigmoid.class, new Formula("fminf(fmaxf(0.2f*x+0.5f,0),1)", "fabsf(x)<2.5f?0.2f:0")));

    private Activations() {}

    private static double slope(ActivationReLU relu) {
        return relu.getNegativeSlope() == null ? 0 : relu.getNegativeSlope();
    }

    static CudaTensor apply(IActivation activation, CudaTensor input, Vertex<CudaTensor> vertex, CudaPlanBuilder plan) {
        if (activation instanceof ActivationIdentity) {
            return input;
        }
        Formula formula = KNOWN.get(activation.getClass());
        vertex.require(formula != null && !Relus.isLimited(activation), "uses the activation " + activation);
        return apply(formula, (float) formula.constant().applyAsDouble(activation), input, plan);
    }

    private static CudaTensor apply(Formula formula, float constant, CudaTensor input, CudaPlanBuilder plan) {
        Map<String, String> expressions = Map.of("FUNCTION", formula.value(), "DERIVATIVE", formula.derivative());
        Kernel activate = plan.device().kernels().find("activation.cu", "activate", expressions);
        Kernel adjoint = plan.device().kernels().find("activation.cu", "activate_adjoint", expressions);
        CudaTensor output = plan.tensor(input.shape());
        Grid grid = Grid.of(input.count());
        plan.run(activate, grid, input.value(), output.value(), input.count(), constant);
        plan.onBackward(
                output,
                gradient -> plan.contribute(
                        input,
                        target -> plan.run(adjoint, grid, input.value(), gradient, target, input.count(), constant)));
        return output;
    }
}
