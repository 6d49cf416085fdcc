/** A sequence of oneDNN primitives with the buffers they work on, and the parts it is built from. */
package org.physgrad.executor.onednn.plan;
