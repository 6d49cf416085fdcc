package org.physgrad.executor.graph;

/**
 * Turns one kind of layer, or vertex without a layer, into a part of a plan.
 *
 * @param <C> DL4J's configuration of it
 * @param <T> the plan's tensors
 * @param <P> the plan
 */
@FunctionalInterface
public interface VertexCompiler<C, T extends Tensor, P extends GraphPlan<T>> {

    /**
     * Appends the forward pass and leaves the backward pass behind.
     *
     * @param configuration what the layer is set to
     * @param vertex where it stands
     * @param plan the plan to extend
     * @return its output
     * @throws Unsupported if a setting has no counterpart
     */
    Field<T> compile(C configuration, Vertex<T> vertex, P plan);
}
