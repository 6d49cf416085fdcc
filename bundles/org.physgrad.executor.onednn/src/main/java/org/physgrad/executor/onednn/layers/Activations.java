package org.physgrad.executor.onednn.layers;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import java.util.Map;
import java.util.function.Function;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
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
import org.physgrad.executor.graph.Relus;
import org.physgrad.executor.graph.Vertex;
import org.physgrad.executor.onednn.plan.PlanBuilder;
import org.physgrad.executor.onednn.plan.Tensor;

/** DL4J's activation functions in oneDNN's terms. */
final class Activations {

    /** One of oneDNN's element-wise functions with its two constants. */
    private record Elementwise(algorithm kind, double alpha, double beta) {}

    private static final Map<Class<? extends IActivation>, Function<IActivation, Elementwise>> KNOWN = Map.ofEntries(
            Map.entry(ActivationReLU.class, activation -> relu((ActivationReLU) activation)),
            Map.entry(
                    ActivationLReLU.class,
                    activation ->
                            new Elementwise(algorithm.eltwise_relu, ((ActivationLReLU) activation).getAlpha(), 0)),
            Map.entry(
                    ActivationELU.class,
                    activation -> new Elementwise(algorithm.eltwise_elu, ((ActivationELU) activation).getAlpha(), 0)),
            Map.entry(ActivationTanH.class, activation -> new Elementwise(algorithm.eltwise_tanh, 0, 0)),
            Map.entry(ActivationSigmoid.class, activation -> new Elementwise(algorithm.eltwise_logistic, 0, 0)),
            Map.entry(ActivationSoftPlus.class, activation -> new Elementwise(algorithm.eltwise_soft_relu, 1, 0)),
            Map.entry(ActivationSwish.class, activation -> new Elementwise(algorithm.eltwise_swish, 1, 0)),
            Map.entry(ActivationMish.class, activation -> new Elementwise(algorithm.eltwise_mish, 0, 0)),
            Map.entry(ActivationReLU6.class, activation -> new Elementwise(algorithm.eltwise_clip, 0, 6)),
            Map.entry(
                    ActivationHardSigmoid.class,
                    activation -> new Elementwise(algorithm.eltwise_hardsigmoid, 0.2, 0.5)));

    private Activations() {}

    private static Elementwise relu(ActivationReLU relu) {
        double slope = relu.getNegativeSlope() == null ? 0 : relu.getNegativeSlope();
        return new Elementwise(algorithm.eltwise_relu, slope, 0);
    }

    static Tensor apply(IActivation activation, Tensor input, Vertex<Tensor> vertex, PlanBuilder plan) {
        if (activation instanceof ActivationIdentity) {
            return input;
        }
        Function<IActivation, Elementwise> known = KNOWN.get(activation.getClass());
        vertex.require(known != null && !Relus.isLimited(activation), "uses the activation " + activation);
        return apply(known.apply(activation), input, plan);
    }

    private static Tensor apply(Elementwise function, Tensor input, PlanBuilder plan) {
        Tensor output = plan.tensor(input.type(), input.shape());
        float alpha = (float) function.alpha();
        float beta = (float) function.beta();
        eltwise_forward.primitive_desc forward = new eltwise_forward.primitive_desc(
                plan.engine(),
                prop_kind.forward_training,
                function.kind(),
                input.layout(),
                output.layout(),
                alpha,
                beta);
        plan.call(new eltwise_forward(forward), Map.of(DNNL_ARG_SRC, input.value(), DNNL_ARG_DST, output.value()));
        eltwise_backward.primitive_desc backward = new eltwise_backward.primitive_desc(
                plan.engine(), function.kind(), input.layout(), output.layout(), input.layout(), alpha, beta, forward);
        eltwise_backward differentiate = new eltwise_backward(backward);
        plan.onBackward(
                output,
                gradient -> plan.contribute(
                        input,
                        target -> plan.call(
                                differentiate,
                                Map.of(
                                        DNNL_ARG_SRC,
                                        input.value(),
                                        DNNL_ARG_DIFF_DST,
                                        gradient,
                                        DNNL_ARG_DIFF_SRC,
                                        target))));
        return output;
    }
}
