package org.physgrad.executor.onednn;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.executor.onednn.plan.Precision;

/**
 * Plans of oneDNN in bfloat16: activations, their gradients and the operands of convolutions and products have 8 significant bits, everything that is summed up or kept
 * has 24. Half the memory traffic, and products at twice the speed or more, for less exact gradients. Nobody gets it without asking.
 */
@Component(factory = NetworkExecutor.FACTORY + Bfloat16Executor.NAME, service = NetworkExecutor.class)
@Designate(ocd = Bfloat16Executor.Config.class)
public final class Bfloat16Executor extends PlanExecutor {

    /** The executor has no parameters. */
    @ObjectClassDefinition(
            name = "oneDNN in bfloat16",
            description =
                    "Trains networks with 8 significant bits between layers, on processors that have such numbers;"
                            + " faster, less exact, and never chosen by auto")
    public @interface Config {}

    static final String NAME = "onednn-bf16";

    private static final int ONLY_BY_NAME = -1;

    /** Prepares the executor. */
    public Bfloat16Executor() {
        super(NAME, Precision.BFLOAT16);
    }

    @Override
    public int rank() {
        return ONLY_BY_NAME;
    }

    @Override
    public String availability() {
        return missing().map(reason -> "not usable here: " + reason).orElse("uses AVX512_BF16");
    }
}
