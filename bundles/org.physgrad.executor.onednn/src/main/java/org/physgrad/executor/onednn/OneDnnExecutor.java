package org.physgrad.executor.onednn;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.executor.onednn.plan.Precision;

/** Plans of oneDNN in float32. Results agree with DL4J's to rounding. */
@Component(factory = NetworkExecutor.FACTORY + "onednn", service = NetworkExecutor.class)
@Designate(ocd = OneDnnExecutor.Config.class)
public final class OneDnnExecutor extends PlanExecutor {

    /** The executor has no parameters. */
    @ObjectClassDefinition(
            name = "oneDNN",
            description = "Runs networks as one oneDNN plan on buffers that are allocated once; the fast one")
    public @interface Config {}

    private static final int RANK = 10;

    /** Prepares the executor. */
    public OneDnnExecutor() {
        super("onednn", Precision.FLOAT32);
    }

    @Override
    public int rank() {
        return RANK;
    }
}
