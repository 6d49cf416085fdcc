package org.physgrad.executor.onednn.layers;

import org.physgrad.executor.onednn.plan.Field;
import org.physgrad.executor.onednn.plan.PlanBuilder;

/**
 * Turns one kind of layer, or vertex without a layer, into calls of a plan.
 *
 * @param <C> DL4J's configuration of it
 */
interface VertexCompiler<C> {

    /**
     * Appends the forward pass and leaves the backward pass behind.
     *
     * @param configuration what the layer is set to
     * @param vertex where it stands
     * @param plan the plan to extend
     * @return its output
     * @throws Unsupported if a setting has no counterpart
     */
    Field compile(C configuration, Vertex vertex, PlanBuilder plan);
}
