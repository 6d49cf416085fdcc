package org.physgrad.executor.onednn.layers;

import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.physgrad.executor.onednn.plan.Field;
import org.physgrad.executor.onednn.plan.PlanBuilder;

/** Channels side by side. Costs nothing: see {@link Field}. */
final class MergeCompiler implements VertexCompiler<MergeVertex> {

    @Override
    public Field compile(MergeVertex configuration, Vertex vertex, PlanBuilder plan) {
        vertex.require(configuration.getMergeAxis() == 1, "merges along an axis other than the channels");
        return new Field(vertex.inputs().stream()
                .flatMap(field -> field.parts().stream())
                .toList());
    }
}
