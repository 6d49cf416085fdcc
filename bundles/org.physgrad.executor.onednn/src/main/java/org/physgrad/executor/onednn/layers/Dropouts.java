package org.physgrad.executor.onednn.layers;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;

import java.util.Map;
import java.util.Set;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.physgrad.executor.onednn.plan.Field;
import org.physgrad.executor.onednn.plan.PlanBuilder;
import org.physgrad.executor.onednn.plan.Tensor;

/** Inverted dropout of what a layer reads, as DL4J has it: entries are kept with a probability p and divided by it. */
final class Dropouts {

    /** DL4J's other layers leave out what they are set to. */
    private static final Set<Class<? extends Layer>> DROPPING =
            Set.of(ConvolutionLayer.class, DenseLayer.class, DropoutLayer.class, Upsampling2D.class);

    private Dropouts() {}

    /** What is left of a layer's input. */
    static Field apply(Layer settings, Field input, Vertex vertex, PlanBuilder plan) {
        IDropout dropout = settings.getIDropout();
        if (dropout == null) {
            return input;
        }
        vertex.require(
                DROPPING.contains(settings.getClass()),
                "has dropout, which does nothing in a layer of the kind "
                        + settings.getClass().getSimpleName());
        vertex.require(
                dropout instanceof Dropout plain && plain.getPSchedule() == null,
                "uses " + dropout.getClass().getSimpleName() + ", not Dropout with one probability");
        if (!plan.isForTraining()) {
            return input;
        }
        double keep = ((Dropout) dropout).getP();
        return new Field(
                input.parts().stream().map(part -> drop(part, keep, plan)).toList());
    }

    private static Tensor drop(Tensor input, double keep, PlanBuilder plan) {
        Tensor output = plan.tensorLike(input);
        memory mask = plan.dropoutMask(input, keep);
        binary multiply = multiply(input, plan);
        plan.call(multiply, Map.of(DNNL_ARG_SRC_0, input.value(), DNNL_ARG_SRC_1, mask, DNNL_ARG_DST, output.value()));
        plan.onBackward(
                output,
                gradient -> plan.contribute(
                        input,
                        target -> plan.call(
                                multiply,
                                Map.of(DNNL_ARG_SRC_0, gradient, DNNL_ARG_SRC_1, mask, DNNL_ARG_DST, target))));
        return output;
    }

    private static binary multiply(Tensor tensor, PlanBuilder plan) {
        memory.desc form = tensor.layout();
        return new binary(new binary.primitive_desc(plan.engine(), algorithm.binary_mul, form, form, form));
    }
}
