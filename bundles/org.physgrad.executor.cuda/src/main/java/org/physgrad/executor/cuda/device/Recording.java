package org.physgrad.executor.cuda.device;

import org.bytedeco.cuda.cudart.CUgraphExec_st;
import org.bytedeco.cuda.cudart.CUgraph_st;
import org.bytedeco.cuda.global.cudart;

/** Recorded work of a GPU: the driver starts all of it at once, so that short kernels do not wait for the processor. */
public final class Recording {

    private final Device device;
    private final CUgraphExec_st work = new CUgraphExec_st();

    Recording(Device device, CUgraph_st graph) {
        this.device = device;
        int status = cudart.cuGraphInstantiate(work, graph, 0);
        cudart.cuGraphDestroy(graph);
        Status.check(status, "prepare its work");
    }

    /** Queues the work. */
    public void run() {
        Status.check(cudart.cuGraphLaunch(work, device.queue()), "start its work");
    }

    void close() {
        cudart.cuGraphExecDestroy(work);
    }
}
