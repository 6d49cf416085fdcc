package org.physgrad.executor.onednn.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.RandomStreams;

/** Forward and backward pass of one network at one batch size: two lists of primitives and the buffers they share. */
public final class Plan implements AutoCloseable {

    /** Where arrays enter and leave. */
    record Ends(Port input, Port output, Port outputGradient) {}

    /** What is done outside oneDNN: masks drawn before the forward pass, running averages updated after the backward pass. */
    record Extras(List<MaskMemory> masks, List<BatchStatistics> statistics) {
        Extras {
            masks = List.copyOf(masks);
            statistics = List.copyOf(statistics);
        }
    }

    private final Device device;
    private final ParameterMemory parameters;
    private final Ends ends;
    private final List<Call> forward;
    private final List<Call> backward;
    private final Extras extras;
    private final INDArray output;

    Plan(Device device, ParameterMemory parameters, Ends ends, List<Call> forward, List<Call> backward, Extras extras) {
        this.device = device;
        this.parameters = parameters;
        this.ends = ends;
        this.forward = List.copyOf(forward);
        this.backward = List.copyOf(backward);
        this.extras = extras;
        this.output =
                Nd4j.createUninitializedDetached(DataType.FLOAT, ends.output().shape());
    }

    /**
     * Runs the network in training mode.
     *
     * @param input network input, {@code [batch, inputShape...]}
     * @param flat flat parameters
     * @param random where masks of dropout are drawn from
     * @return network output, {@code [batch, outputShape...]}; valid until the next call
     */
    public INDArray forward(INDArray input, float[] flat, RandomStreams random) {
        parameters.load(flat);
        extras.masks().forEach(mask -> mask.draw(random));
        ends.input().read(input);
        device.run(forward);
        ends.output().write(output);
        return output;
    }

    /**
     * Computes the gradients for the last forward pass.
     *
     * @param outputGradient dL/doutput, {@code [batch, outputShape...]}
     * @param flat flat parameters, those of the forward pass
     * @param gradients receives the flat gradients; the entries of running statistics receive minus their change
     */
    public void backward(INDArray outputGradient, float[] flat, float[] gradients) {
        ends.outputGradient().read(outputGradient);
        device.run(backward);
        parameters.storeGradients(gradients);
        extras.statistics().forEach(layer -> layer.writeChanges(flat, gradients));
    }

    /**
     * Measures every layer once, on the data of the last pass.
     *
     * @return seconds by layer name, forward and backward
     */
    public Map<String, Double> profile() {
        Map<String, Double> seconds = new TreeMap<>();
        measure("forward ", forward, seconds);
        measure("backward ", backward, seconds);
        return seconds;
    }

    private void measure(String pass, List<Call> calls, Map<String, Double> seconds) {
        for (Call call : calls) {
            long start = System.nanoTime();
            call.run(device);
            device.stream()._wait();
            seconds.merge(pass + call.name(), (System.nanoTime() - start) * 1e-9, Double::sum);
        }
    }

    @Override
    public void close() {
        device.close();
        output.close();
    }
}
