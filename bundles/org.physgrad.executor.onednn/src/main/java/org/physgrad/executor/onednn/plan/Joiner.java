package org.physgrad.executor.onednn.plan;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MULTIPLE_SRC;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.concat;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory_desc_vector;
import org.physgrad.executor.graph.Field;

/** Copies the parts of a field side by side, for layers that cannot work on them separately. */
final class Joiner {

    private static final int CHANNELS = 1;

    private Joiner() {}

    static Tensor join(Field<Tensor> field, PlanBuilder plan) {
        List<Tensor> parts = field.parts();
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Tensor whole = plan.tensor(field.shape());
        memory_desc_vector layouts =
                new memory_desc_vector(parts.stream().map(Tensor::layout).toArray(memory.desc[]::new));
        Map<Integer, memory> arguments = new HashMap<>();
        arguments.put(DNNL_ARG_DST, whole.value());
        for (int i = 0; i < parts.size(); i++) {
            arguments.put(DNNL_ARG_MULTIPLE_SRC + i, parts.get(i).value());
        }
        plan.call(new concat(new concat.primitive_desc(plan.engine(), whole.layout(), CHANNELS, layouts)), arguments);
        plan.onBackward(whole, gradient -> split(gradient, whole, parts, plan));
        return whole;
    }

    private static void split(memory gradient, Tensor whole, List<Tensor> parts, PlanBuilder plan) {
        long[] offset = new long[whole.shape().length];
        for (Tensor part : parts) {
            memory channels = plan.view(gradient, whole.layout().submemory_desc(part.shape(), offset.clone()));
            plan.contribute(part, target -> plan.copy(channels, target));
            offset[CHANNELS] += part.channels();
        }
    }
}
