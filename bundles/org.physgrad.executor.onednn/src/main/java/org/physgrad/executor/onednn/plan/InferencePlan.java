package org.physgrad.executor.onednn.plan;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Forward pass of one network at one batch size, outside of training. */
public final class InferencePlan implements AutoCloseable {

    /** What there is to do: primitives in order, and what is made of the parameters before. */
    record Work(List<Call> calls, List<RunningVariance> variances) {
        Work {
            calls = List.copyOf(calls);
            variances = List.copyOf(variances);
        }
    }

    private final Device device;
    private final ParameterMemory parameters;
    private final Port input;
    private final Port output;
    private final Work work;

    InferencePlan(Device device, ParameterMemory parameters, Port input, Port output, Work work) {
        this.device = device;
        this.parameters = parameters;
        this.input = input;
        this.output = output;
        this.work = work;
    }

    /**
     * Sets the network's parameters.
     *
     * @param flat flat parameters, running statistics among them
     */
    public void load(float[] flat) {
        parameters.load(flat);
        work.variances().forEach(variance -> variance.read(flat));
    }

    /**
     * Tells what goes in.
     *
     * @return {@code [batch, inputShape...]}
     */
    public long[] inputShape() {
        return input.shape();
    }

    /**
     * Tells what comes out.
     *
     * @return {@code [batch, outputShape...]}
     */
    public long[] outputShape() {
        return output.shape();
    }

    /**
     * Runs the network.
     *
     * @param from network input, of {@link #inputShape}
     * @param to receives the network output, of {@link #outputShape}, in C order
     */
    public void run(INDArray from, INDArray to) {
        input.read(from);
        device.run(work.calls());
        output.write(to);
    }

    @Override
    public void close() {
        device.close();
    }
}
