package org.physgrad.executor.onednn.layers;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.dnnl_resampling_forward_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_success;

import java.util.Map;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_desc_base;
import org.physgrad.executor.graph.Field;
import org.physgrad.executor.graph.Vertex;
import org.physgrad.executor.onednn.plan.PlanBuilder;
import org.physgrad.executor.onednn.plan.Tensor;

/** Finer grids by interpolation between cell centres. The C++ class has no usable constructor, hence oneDNN's C function. */
final class Upsampling {

    private Upsampling() {}

    static Field<Tensor> compile(
            Interpolation kind, long factorX, long factorY, Vertex<Tensor> vertex, PlanBuilder plan) {
        Tensor input = plan.join(vertex.input());
        long[] shape = input.shape();
        vertex.require(shape.length == 4, "expects fields [channels, nx, ny]");
        Tensor output = plan.tensor(shape[0], shape[1], shape[2] * factorX, shape[3] * factorY);
        float[] factors = {factorX, factorY};
        dnnl_primitive_desc forward = new dnnl_primitive_desc();
        check(
                dnnl_resampling_forward_primitive_desc_create(
                        forward,
                        plan.engine().get(),
                        prop_kind.forward_training.value,
                        kind.algorithm().value,
                        factors,
                        input.layout().get(),
                        output.layout().get(),
                        null),
                vertex);
        plan.call(operation(forward), Map.of(DNNL_ARG_SRC, input.value(), DNNL_ARG_DST, output.value()));
        plan.onBackward(
                output,
                gradient ->
                        plan.contribute(input, target -> kind.differentiate(input, output, gradient, target, plan)));
        return Field.of(output);
    }

    /** Makes the operation; the handle around the description frees it together with the other temporary objects. */
    private static primitive operation(dnnl_primitive_desc description) {
        return new primitive(new primitive_desc_base(description).get());
    }

    private static void check(int status, Vertex<Tensor> vertex) {
        vertex.require(status == dnnl_success, "has an interpolation that oneDNN does not offer, status " + status);
    }
}
