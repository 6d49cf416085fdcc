/** Waves in a basin: a problem with its generator, simulator, adjoint and inverse solver. */
package org.example.wave;
