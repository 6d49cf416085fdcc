package org.physgrad.executor.graph;

/**
 * A plan under construction, as the reader of the graph sees it.
 *
 * @param <T> its tensors
 */
public interface GraphPlan<T extends Tensor> {

    /**
     * Names the layer that is compiled next.
     *
     * @param layer name in the graph
     */
    void name(String layer);

    /**
     * Tells which layer is being compiled.
     *
     * @return name in the graph
     */
    String name();

    /**
     * Tells what the plan is for.
     *
     * @return whether layers do as in training
     */
    boolean isForTraining();

    /**
     * Copies the parts of a field side by side, for layers that cannot work on them separately, and leaves the backward pass behind.
     *
     * @param field the field
     * @return its only part, or a tensor of all channels
     */
    T join(Field<T> field);

    /**
     * Appends inverted dropout: entries are kept with a probability and divided by it. Used in training only.
     *
     * @param input what it falls on
     * @param keep probability to keep an entry, above 0
     * @return what is left, in a tensor of the same shape
     */
    T drop(T input, double keep);
}
