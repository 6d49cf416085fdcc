/** A network as a list of kernels over memory that is taken once: how it is put together, recorded and run. */
package org.physgrad.executor.cuda.plan;
