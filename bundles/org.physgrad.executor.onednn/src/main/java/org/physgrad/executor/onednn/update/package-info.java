/** How gradients change the flat parameters: Adam in one pass, everything else by DL4J. */
package org.physgrad.executor.onednn.update;
