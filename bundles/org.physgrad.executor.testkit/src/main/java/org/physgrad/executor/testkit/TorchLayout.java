package org.physgrad.executor.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The order in which PyTorch's U-Net keeps its parameters: block after block {@code inc, down1, up1, down2, up2 ...}, the 1x1 convolution last; weights before
 * biases, convolution before normalization.
 */
final class TorchLayout {

    /** One tensor: where it lies in PyTorch's order, and the DL4J layer and parameter it is. */
    record Tensor(String layer, String parameter, int offset, int length) {

        @Override
        public String toString() {
            return layer + "/" + parameter;
        }
    }

    private final ComputationGraph network;
    private final List<Tensor> tensors = new ArrayList<>();
    private int offset;

    TorchLayout(ComputationGraph network, int levels) {
        this.network = network;
        block("inc");
        for (int level = 1; level < levels; level++) {
            block("down" + level);
            block("up" + level);
        }
        add("output", "W", "b");
    }

    private void block(String name) {
        for (int unit = 1; unit <= 2; unit++) {
            add(name + "-" + unit + "-conv", "W", "b");
            add(name + "-" + unit + "-norm", "gamma", "beta");
        }
    }

    private void add(String layer, String... parameters) {
        for (String parameter : parameters) {
            long length = network.getLayer(layer).getParam(parameter).length();
            Tensor tensor = new Tensor(layer, parameter, offset, Math.toIntExact(length));
            tensors.add(tensor);
            offset += tensor.length;
        }
    }

    List<Tensor> tensors() {
        return tensors;
    }

    int length() {
        return offset;
    }

    /** Sets all parameters of the network. */
    void setParameters(double[] values) {
        for (Tensor tensor : tensors) {
            double[] part = Arrays.copyOfRange(values, tensor.offset, tensor.offset + tensor.length);
            INDArray parameter = network.getLayer(tensor.layer).getParam(tensor.parameter);
            parameter.assign(Nd4j.create(part, parameter.shape(), DataType.DOUBLE));
        }
    }

    /** Reads all parameters of the network. */
    double[] parameters() {
        return gather(tensor -> network.getLayer(tensor.layer).getParam(tensor.parameter));
    }

    /** Brings flat gradients in DL4J's order into PyTorch's. */
    double[] fromFlat(INDArray flat) {
        return gather(tensor -> {
            // A parameter is a view of the flat parameters; its gradient lies at the same place of the flat gradients.
            INDArray view = network.getLayer(tensor.layer).getParam(tensor.parameter);
            long from = view.offset();
            INDArray part = flat.reshape(flat.length()).get(NDArrayIndex.interval(from, from + view.length()));
            return part.reshape(view.ordering(), view.shape());
        });
    }

    private double[] gather(Function<Tensor, INDArray> source) {
        double[] values = new double[offset];
        for (Tensor tensor : tensors) {
            double[] part = source.apply(tensor)
                    .castTo(DataType.DOUBLE)
                    .dup('c')
                    .reshape(tensor.length)
                    .toDoubleVector();
            System.arraycopy(part, 0, values, tensor.offset, part.length);
        }
        return values;
    }
}
