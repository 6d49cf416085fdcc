package org.physgrad.executor.onednn.plan;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;

import java.util.Map;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;

/** Dropout as a product with a mask, forward and backward. */
final class DropoutProduct {

    private DropoutProduct() {}

    static Tensor append(Tensor input, memory mask, PlanBuilder plan) {
        Tensor output = plan.tensorLike(input);
        memory.desc form = input.layout();
        binary multiply =
                new binary(new binary.primitive_desc(plan.engine(), algorithm.binary_mul, form, mask.get_desc(), form));
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
}
