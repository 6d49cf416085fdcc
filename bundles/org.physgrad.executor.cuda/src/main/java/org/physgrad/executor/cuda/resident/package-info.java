/** Whole iterations on the GPU: the device code of a run's parts, put together around the network. */
package org.physgrad.executor.cuda.resident;
