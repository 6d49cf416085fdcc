package org.physgrad.executor.cuda.layers;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.physgrad.executor.cuda.plan.CudaPlanBuilder;
import org.physgrad.executor.cuda.plan.CudaTensor;
import org.physgrad.executor.graph.Field;
import org.physgrad.executor.graph.RunningStatistics;
import org.physgrad.executor.graph.Vertex;
import org.physgrad.executor.graph.VertexCompiler;

/** Normalization by batch statistics, outside of training by running averages, with the ReLU behind it fused in where there is one. */
final class BatchNormalizationCompiler implements VertexCompiler<BatchNormalization, CudaTensor, CudaPlanBuilder> {

    @Override
    public Field<CudaTensor> compile(BatchNormalization layer, Vertex<CudaTensor> vertex, CudaPlanBuilder plan) {
        vertex.require(layer.getCnn2DFormat() == CNN2DFormat.NCHW, "is set to the data format NHWC");
        vertex.require(!layer.isLockGammaBeta(), "has fixed gamma and beta");
        CudaTensor input = plan.join(vertex.input());
        CudaTensor output = plan.tensor(input.shape());
        long gamma = vertex.offset(BatchNormalizationParamInitializer.GAMMA);
        long beta = vertex.offset(BatchNormalizationParamInitializer.BETA);
        RunningStatistics running = RunningStatistics.of(layer, vertex);
        Normalization normalization = new Normalization(input, output, layer.getEps(), vertex.feedsRelu(), plan);
        if (plan.isForTraining()) {
            normalization.measure(running);
        } else {
            normalization.recall(running);
        }
        normalization.apply(gamma, beta);
        normalization.differentiate(gamma, beta);
        return Field.of(output);
    }
}
