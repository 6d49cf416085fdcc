package org.physgrad.networks;

import java.util.Collection;
import java.util.Map;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.NoParamLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Configuration of a layer that doubles the resolution of a field by bilinear interpolation between cell centres ("align_corners=False"): {@code [batch,
 * channels, nx, ny]} becomes {@code [batch, channels, 2 nx, 2 ny]}. Along each axis
 *
 * <pre>out[2i] = 3/4 in[i] + 1/4 in[i-1],  out[2i+1] = 3/4 in[i] + 1/4 in[i+1],</pre>
 *
 * where a neighbour beyond the edge is the edge cell itself. DL4J's {@code Upsampling2D} repeats values instead. Has no parameters; DL4J's
 * configuration reader and writer handle it as any layer.
 */
public final class BilinearUpsampling extends NoParamLayer {

    private static final long serialVersionUID = 1L;

    /** Makes a configuration. */
    public BilinearUpsampling() {}

    @Override
    public BilinearUpsamplingLayer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray paramsView,
            boolean initializeParams,
            DataType networkDataType) {
        BilinearUpsamplingLayer layer = new BilinearUpsamplingLayer(conf, networkDataType);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(paramsView);
        layer.setParamTable(Map.of());
        return layer;
    }

    @Override
    public InputType getOutputType(int index, InputType inputType) {
        if (inputType instanceof InputType.InputTypeConvolutional field) {
            return InputType.convolutional(
                    2 * field.getHeight(), 2 * field.getWidth(), field.getChannels(), field.getFormat());
        }
        throw new IllegalArgumentException(
                "layer '" + getLayerName() + "' upsamples fields [channels, nx, ny], not " + inputType);
    }

    @Override
    public InputPreProcessor getPreProcessorForInputType(InputType inputType) {
        return null;
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType inputType) {
        return new LayerMemoryReport.Builder(
                        getLayerName(), BilinearUpsampling.class, inputType, getOutputType(-1, inputType))
                .standardMemory(0, 0)
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }
}
