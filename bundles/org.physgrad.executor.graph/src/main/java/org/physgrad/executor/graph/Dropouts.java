package org.physgrad.executor.graph;

import java.util.Set;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;

/** Inverted dropout of what a layer reads, as DL4J has it: entries are kept with a probability p and divided by it. */
final class Dropouts {

    /** DL4J's other layers leave out what they are set to. */
    private static final Set<Class<? extends Layer>> DROPPING =
            Set.of(ConvolutionLayer.class, DenseLayer.class, DropoutLayer.class, Upsampling2D.class);

    private Dropouts() {}

    /** What is left of a layer's input. */
    static <T extends Tensor> Field<T> apply(Layer settings, Vertex<T> vertex, GraphPlan<T> plan) {
        Field<T> input = vertex.input();
        IDropout dropout = settings.getIDropout();
        if (dropout == null) {
            return input;
        }
        vertex.require(
                DROPPING.contains(settings.getClass()),
                "has dropout, which does nothing in a layer of the kind "
                        + settings.getClass().getSimpleName());
        vertex.require(
                dropout instanceof Dropout plain && plain.getPSchedule() == null,
                "uses " + dropout.getClass().getSimpleName() + ", not Dropout with one probability");
        if (!plan.isForTraining()) {
            return input;
        }
        double keep = ((Dropout) dropout).getP();
        return new Field<>(
                input.parts().stream().map(part -> plan.drop(part, keep)).toList());
    }
}
