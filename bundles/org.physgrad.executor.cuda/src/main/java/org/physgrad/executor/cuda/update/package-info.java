/** How gradients change the flat parameters: Adam on the GPU, everything else by DL4J on the processor. */
package org.physgrad.executor.cuda.update;
