package org.physgrad.executor.graph;

import org.deeplearning4j.nn.conf.graph.MergeVertex;

/** Channels side by side. Costs nothing: see {@link Field}. */
final class MergeCompiler<T extends Tensor, P extends GraphPlan<T>> implements VertexCompiler<MergeVertex, T, P> {

    @Override
    public Field<T> compile(MergeVertex configuration, Vertex<T> vertex, P plan) {
        vertex.require(configuration.getMergeAxis() == 1, "merges along an axis other than the channels");
        return new Field<>(vertex.inputs().stream()
                .flatMap(field -> field.parts().stream())
                .toList());
    }
}
