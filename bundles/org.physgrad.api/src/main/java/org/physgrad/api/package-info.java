/**
 * The contracts of PhysGrad: what a training run is made of, in the words of the paper "Physical Gradients for Deep
 * Learning" (Holl, Koltun, Thuerey).
 *
 * <p>Every array is an {@link org.nd4j.linalg.api.ndarray.INDArray} with the batch as its first axis, in C order. Shapes
 * written as {@code long[]} leave the batch axis out: {@code [64, 64]} describes arrays {@code [batch, 64, 64]}, and
 * {@code []} one number per example, {@code [batch]}.
 *
 * <p>A plug-in is a Declarative Services factory component: a public class that implements one of these contracts and
 * carries {@code @Component(factory = Problem.FACTORY + "name")}, with a constructor that takes an annotation type described by
 * OSGi Metatype. One instance serves one run.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.5.0")
package org.physgrad.api;
