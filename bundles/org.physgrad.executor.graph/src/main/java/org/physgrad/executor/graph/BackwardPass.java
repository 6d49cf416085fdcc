package org.physgrad.executor.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.function.Consumer;

/**
 * The backward pass of a plan under construction. While the forward pass is appended, layers leave behind how to append theirs of the backward pass; {@link #build} lets
 * them do so in reverse, when it is known which gradients are complete. A gradient lives from the layer that makes it to the one that uses it.
 *
 * @param <T> the plan's tensors
 * @param <M> what holds a gradient
 */
public final class BackwardPass<T extends Tensor, M> {

    /**
     * Where gradients are held.
     *
     * @param <T> the plan's tensors
     * @param <M> what holds a gradient
     */
    public interface Gradients<T, M> {

        /**
         * Lends memory.
         *
         * @param tensor what the gradient is of
         * @return the memory, with any contents
         */
        M take(T tensor);

        /**
         * Takes memory back: it may serve others from here on.
         *
         * @param gradient what was lent
         */
        void giveBack(M gradient);

        /**
         * Appends an addition.
         *
         * @param tensor what the gradients are of
         * @param total receives the sum
         * @param part what to add to it
         */
        void add(T tensor, M total, M part);
    }

    private record Differential<T, M>(T output, String layer, Consumer<M> emit) {}

    private final GraphPlan<T> plan;
    private final Gradients<T, M> gradients;
    private final Deque<Differential<T, M>> differentials = new ArrayDeque<>();
    private final IdentityHashMap<T, M> partial = new IdentityHashMap<>();

    /**
     * Starts a backward pass.
     *
     * @param plan the plan, which is told whose turn it is
     * @param gradients where gradients are held
     */
    public BackwardPass(GraphPlan<T> plan, Gradients<T, M> gradients) {
        this.plan = plan;
        this.gradients = gradients;
    }

    /**
     * Leaves behind how to differentiate a layer, once for each output; outside of training nobody asks.
     *
     * @param output its output
     * @param emit appends the work, given dL/doutput, which is complete by then
     */
    public void onBackward(T output, Consumer<M> emit) {
        if (plan.isForTraining()) {
            differentials.push(new Differential<>(output, plan.name(), emit));
        }
    }

    /**
     * Adds one reader's part to the gradient of a tensor. Used inside {@link #onBackward}.
     *
     * @param input what the reader read
     * @param emit appends the work that overwrites the given memory with the reader's part
     */
    public void contribute(T input, Consumer<M> emit) {
        if (!input.differentiable()) {
            return;
        }
        M part = gradients.take(input);
        emit.accept(part);
        M total = partial.putIfAbsent(input, part);
        if (total != null) {
            gradients.add(input, total, part);
            gradients.giveBack(part);
        }
    }

    /**
     * Appends the pass.
     *
     * @param output the network's output
     * @return where dL/doutput is to be put before it runs
     */
    public M build(T output) {
        M outputGradient = gradients.take(output);
        partial.put(output, outputGradient);
        for (Differential<T, M> differential : differentials) {
            M gradient = partial.remove(differential.output());
            if (gradient != null) {
                plan.name(differential.layer());
                differential.emit().accept(gradient);
                gradients.giveBack(gradient);
            }
        }
        return outputGradient;
    }
}
