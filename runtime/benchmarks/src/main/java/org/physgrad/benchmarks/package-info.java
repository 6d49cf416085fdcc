/** Benchmarks of the kernels that an iteration is made of, beside the network. */
package org.physgrad.benchmarks;
